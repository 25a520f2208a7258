//! The page's commands, edits and outputs, from top to bottom.
//!
//! The Rust snippets are doctests of `codegen`; the test command is what is running here.

use std::fs;
use std::path::Path;

use super::copy::{Copy, both};

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
    let copy = Copy::pristine();
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).expect("a README");
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

fn run(block: &Block, copy: &Copy) -> String {
    let output = copy.command("sh").args(["-ec", &block.text]).output().expect("a shell");
    let said = both(&output);
    let fails = block.info.ends_with("fails");
    assert_eq!(output.status.success(), !fails, "{}\n{said}", block.text);
    said
}

fn apply(block: &Block, copy: &Copy) {
    let diff = copy.folder().join("edit.diff");
    fs::write(diff, &block.text).expect("room for the edit");
    copy.git(&["apply", "edit.diff"]);
}

fn check(block: &Block, said: &str) {
    for line in block.text.lines() {
        assert!(said.contains(line), "the README promises\n{line}\nbut this is what came:\n{said}");
    }
}
