//! The files of a crate that are no Rust.

use crate::files::REGRESS;
use crate::harden::ModuleFile;

use super::{MARK, needs_regress};

/// The manifest of a crate with these modules.
pub(super) fn manifest(name: &str, modules: &[ModuleFile]) -> String {
    let needs_jiff = modules.iter().any(|module| module.needs_jiff);
    let features = if needs_jiff { "\n[features]\njiff = [\"dep:jiff\"]\n" } else { "" };
    let jiff = if needs_jiff {
        "jiff = { version = \"0.2\", default-features = false, features = [\"std\"], optional = true }\n"
    } else {
        ""
    };
    let regress = if needs_regress(modules) { format!("regress = \"{REGRESS}\"\n") } else { String::new() };
    format!(
        "# {MARK}: edit the schemas, not this file.

[package]
name = \"{name}\"
version = \"0.1.0\"
edition = \"2024\"
{features}
[dependencies]
{jiff}{regress}serde = {{ version = \"1\", default-features = false, features = [\"std\"] }}
serde_json = \"1\"
"
    )
}

/// What a reader of the crate must know first.
pub(super) fn readme(name: &str, modules: &[ModuleFile]) -> String {
    let rows: Vec<String> =
        modules.iter().map(|module| format!("| `{}` | `{}` |", module.name, module.schema)).collect();
    let rows = rows.join("\n");
    format!(
        "<!-- {MARK}: edit the schemas, not this file. -->

# {name}

Rust types that accept exactly what their schemas accept, and lose nothing of it.

| module | schema |
|---|---|
{rows}

Each type reads with `from_json`, writes with `to_json`, and checks itself again with `validate` after it was changed.
Structs are built with `builder`. What a type refuses it explains: where, which rule, what was expected and found.
"
    )
}
