//! Hostile documents, and the ones whose code is pinned, in one crate, which compiles without a warning of the
//! compiler's or, where it is installed, of clippy's strictest.

use std::fs::{self, DirEntry};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use codegen::Layout;

use crate::scratch::Document;
use crate::{names, odd, recursive, scratch, texts};

#[test]
fn everything_compiles_without_a_warning() {
    let documents: Vec<_> =
        [names::documents(), odd::documents(), recursive::documents(), texts::documents(), pinned()].concat();
    let output = check(&written("hostile", &documents));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// A crate of the documents' types, in a folder of its own.
pub(crate) fn written(name: &str, documents: &[Document]) -> PathBuf {
    let layout = Layout::Crate { name: name.to_owned() };
    let files = scratch::generate(name, documents, layout).unwrap_or_else(|diagnostics| panic!("{diagnostics}"));
    let folder = scratch::folder(&format!("{name}-crate"));
    for (path, text) in files.iter() {
        fs::create_dir_all(folder.join(path).parent().unwrap()).unwrap();
        fs::write(folder.join(path), text).unwrap();
    }
    settle(&folder);
    folder
}

/// The schemas of the golden files, by the names of their folders.
fn pinned() -> Vec<Document> {
    let folders = fs::read_dir("tests/golden").unwrap().map(|folder| folder.unwrap());
    let name = |folder: &DirEntry| format!("golden-{}", folder.file_name().to_str().unwrap());
    folders.map(|folder| (name(&folder), fs::read_to_string(folder.path().join("schema.json")).unwrap())).collect()
}

/// Makes the crate a workspace of its own, with the versions of this one, so that it needs no network.
fn settle(folder: &Path) {
    let manifest = folder.join("Cargo.toml");
    let text = fs::read_to_string(&manifest).unwrap();
    fs::write(manifest, text + "\n[workspace]\n").unwrap();
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
    fs::copy(lock, folder.join("Cargo.lock")).unwrap();
}

/// Checks the crate as this workspace is checked.
fn check(folder: &Path) -> Output {
    const STRICT: [&str; 6] = [
        "-Dwarnings",
        "-Dmissing_docs",
        "-Dunreachable_pub",
        "-Dunused_lifetimes",
        "-Funsafe_code",
        "-Dclippy::pedantic",
    ];
    let command =
        if cargo(folder, &["clippy", "--version"]).output().unwrap().status.success() { "clippy" } else { "check" };
    let lints = STRICT.iter().filter(|lint| command == "clippy" || !lint.contains("clippy"));
    let flags = lints.copied().collect::<Vec<_>>().join("\u{1f}");
    cargo(folder, &[command, "--offline", "--quiet"]).env("CARGO_ENCODED_RUSTFLAGS", flags).output().unwrap()
}

/// A command of Cargo's in a folder, with a target folder that the hostile crates share.
pub(crate) fn cargo(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO"));
    command.args(arguments).current_dir(folder);
    command.env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile-target"));
    command
}
