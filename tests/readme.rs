//! Runs the README: its commands, edits and outputs, from top to bottom, in a copy of the repository.
//!
//! The Rust snippets are doctests of `codegen`; the test command is what is running here.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test that meets the unexpected must stop")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// What a copy of the repository leaves out.
const LEFT_OUT: [&str; 5] = [".git", "target", "models", "node_modules", "benches"];

/// A fenced block: the words behind the fence, and the text.
struct Block {
    info: String,
    text: String,
}

impl Block {
    /// Whether it is about a repository without the edits that the page makes.
    fn is_unedited(&self) -> bool {
        self.info.ends_with("unedited")
    }
}

#[test]
fn does_what_it_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join("readme");
    let _ = fs::remove_dir_all(&copy);
    copy_folder(root, &copy);
    keep_builds_apart(&copy);
    let readme = fs::read_to_string(root.join("README.md")).expect("a README");
    let (unedited, others): (Vec<Block>, Vec<Block>) = blocks(&readme).into_iter().partition(Block::is_unedited);
    let mut said = String::new();
    for block in unedited.into_iter().chain(others) {
        match block.info.split(' ').next() {
            Some("sh") if block.text.contains("cargo test") => {}
            Some("sh") => said = run(&block, &copy),
            Some("diff") => apply(&block, &copy),
            Some("text") if block.text.starts_with("load →") => {}
            Some("text") => check(&block, &said),
            _ => {}
        }
    }
}

fn blocks(readme: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut lines = readme.lines();
    while let Some(line) = lines.next() {
        if let Some(info) = line.strip_prefix("```") {
            let text: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            blocks.push(Block { info: info.to_owned(), text: text.join("\n") + "\n" });
        }
    }
    blocks
}

fn run(block: &Block, copy: &Path) -> String {
    let output = shell(copy).args(["-ec", &block.text]).output().expect("a shell");
    let said = both(&output);
    let fails = block.info.ends_with("fails");
    assert_eq!(output.status.success(), !fails, "{}\n{said}", block.text);
    said
}

/// A shell in the copy, whose builds share the dependencies that are built already.
fn shell(copy: &Path) -> Command {
    let mut shell = Command::new("sh");
    let target: PathBuf = Path::new(env!("CARGO_TARGET_TMPDIR")).join("..");
    shell.current_dir(copy).env("CARGO_TARGET_DIR", target).env("CARGO_TERM_COLOR", "never");
    shell
}

/// Builds the copy's own crates with a profile of their own: Cargo would else take the copy's for the repository's, and
/// an edit of the repository after this test would go unnoticed.
fn keep_builds_apart(copy: &Path) {
    let crates = ["codegen", "contracts", "grace-ml-contracts"];
    let profiles = crates.map(|name| format!("[profile.dev.package.{name}]\ncodegen-units = 255\n"));
    fs::create_dir_all(copy.join(".cargo")).expect("a folder");
    fs::write(copy.join(".cargo/config.toml"), profiles.concat()).expect("room for the profiles");
}

fn apply(block: &Block, copy: &Path) {
    fs::write(copy.join("edit.diff"), &block.text).expect("room for the edit");
    let output = Command::new("git").args(["apply", "edit.diff"]).current_dir(copy).output().expect("git");
    assert!(output.status.success(), "{}\n{}", block.text, both(&output));
}

fn check(block: &Block, said: &str) {
    for line in block.text.lines() {
        assert!(said.contains(line), "the README promises\n{line}\nbut this is what came:\n{said}");
    }
}

fn both(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").map(|entry| entry.expect("an entry")) {
        let (path, name) = (entry.path(), entry.file_name());
        let is_left_out = LEFT_OUT.iter().any(|left_out| name == *left_out);
        match path.is_dir() {
            _ if is_left_out => {}
            true => copy_folder(&path, &to.join(&name)),
            false => fs::copy(&path, to.join(&name)).map(drop).expect("a copy"),
        }
    }
}
