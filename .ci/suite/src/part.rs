//! The crates that hold the generated types: several, so that no compiler run gets too large, and of two kinds, because
//! `serde_json` reads numbers in two ways.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use crate::Result;
use crate::generate::{Module, Types};
use crate::suite::files;

/// How many modules a crate takes.
const SIZE: usize = 150;

const WORKSPACE: &str = include_str!("../part/workspace.toml.in");
const WAYS: &str = include_str!("../part/ways.rs");

/// The support module with all its parts, which the groups of a crate have in common.
const SUPPORT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../codegen/src/support");

/// What the crates have besides the generated types.
pub struct Template<'t> {
    /// Their manifest, in which `NAME` and `FEATURES` (of `serde_json`) are replaced.
    pub manifest: &'t str,
    /// Their files, of which `main.rs` is one.
    pub sources: &'t [(&'t str, &'t str)],
    /// The versions that they use, so that nothing else is fetched.
    pub lock: &'t str,
}

/// Crates that read the cases of the suite.
pub const SUITE: Template<'_> = Template {
    manifest: include_str!("../part/Cargo.toml.in"),
    sources: &[("main.rs", include_str!("../part/main.rs"))],
    lock: include_str!("../../../Cargo.lock"),
};

/// A crate of generated types.
pub struct Part {
    /// The name of its package.
    pub name: String,
    /// Whether its `serde_json` hands on numbers exactly.
    pub is_exact: bool,
    /// The places of its modules.
    pub modules: Vec<usize>,
}

/// Writes the crates to `folder`.
///
/// # Errors
///
/// What the disk or the programs that it starts refuse.
pub fn write(types: &Types, folder: &Path, template: &Template<'_>) -> Result<Vec<Part>> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    put(&folder.join("Cargo.toml"), WORKSPACE)?;
    put(&folder.join("Cargo.lock"), template.lock)?;
    let mut parts = Vec::new();
    for is_exact in [false, true] {
        let modules = types.modules.iter().enumerate().filter(|(_, module)| module.is_exact == is_exact);
        let places: Vec<usize> = modules.map(|(place, _)| place).collect();
        for modules in places.chunks(SIZE) {
            let part = Part { name: format!("part{}", parts.len()), is_exact, modules: modules.to_vec() };
            write_part(&part, types, &folder.join(&part.name), template)?;
            parts.push(part);
        }
    }
    Ok(parts)
}

fn write_part(part: &Part, types: &Types, folder: &Path, template: &Template<'_>) -> Result<()> {
    let features = if part.is_exact { r#"["arbitrary_precision"]"# } else { "[]" };
    let manifest = template.manifest.replace("NAME", &part.name).replace("FEATURES", features);
    put(&folder.join("Cargo.toml"), &manifest)?;
    let source = folder.join("src");
    for (name, text) in template.sources.iter().chain(&[("ways.rs", WAYS)]) {
        put(&source.join(name), text)?;
    }
    for path in files(Path::new(SUPPORT))? {
        put(&source.join("support").join(path.strip_prefix(SUPPORT)?), &fs::read_to_string(&path)?)?;
    }
    let modules = part.modules.iter().filter_map(|place| Some((*place, types.modules.get(*place)?)));
    let modules: Vec<(usize, &Module)> = modules.collect();
    put(&source.join("groups.rs"), &groups(&modules)?)?;
    for (place, module) in modules {
        for (path, text) in &module.files {
            // One support module for all is enough.
            let text = text.replace("pub mod support;", "use crate::support;");
            put(&source.join(format!("groups/g{place}")).join(path), &text)?;
        }
    }
    Ok(())
}

/// The module that declares the groups, with the table of their types.
fn groups(modules: &[(usize, &Module)]) -> Result<String> {
    let mut text = "//! The types of the groups of the suite.\n\n".to_owned();
    for (place, _) in modules {
        writeln!(text, "mod g{place};")?;
    }
    text.push_str(
        "\n/// How to read and write a document by each type.\npub const TYPES: &[(usize, crate::ways::Ways)] = &[\n",
    );
    for (place, module) in modules {
        writeln!(text, "    ({place}, crate::ways::of::<g{place}::{}>()),", module.root)?;
    }
    text.push_str("];\n");
    Ok(text)
}

fn put(path: &Path, text: &str) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    Ok(fs::write(path, text)?)
}
