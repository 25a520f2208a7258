//! What every file of this repository keeps to: where it starts, how long it is, what it is called and what it may not
//! do. A broken rule is named with its file and line.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test that meets the unexpected must stop")]

use std::fs;
use std::path::{Path, PathBuf};

/// How long a file may be.
const MAX_LINES: usize = 400;

/// Names that say nothing about what a file holds.
const EMPTY_NAMES: [&str; 8] = ["common", "helper", "helpers", "manager", "misc", "shared", "util", "utils"];

/// What input may not bring down, so that it stands in tests only.
const TESTS_ONLY: [&str; 8] =
    ["unwrap()", "expect(\"", "expect_err(", "unwrap_err()", "todo!(", "panic!(", "unimplemented!(", "unreachable!("];

/// What stands nowhere, in pieces so that this file may hold it.
const NOWHERE: [&str; 4] =
    [concat!("uns", "afe {"), concat!("uns", "afe fn"), concat!("uns", "afe impl"), concat!("#[", "ignore")];

/// Rules that no schema can break.
const UNSHOWN: [(&str, &str); 5] = [
    ("internal", "a bug of the generator, and none is known"),
    ("output", "the disk's refusal to take what is generated"),
    ("refused-script", "what a live database says, in tests/database"),
    ("unreadable-file", "the disk's refusal to give a schema"),
    ("unwritable-stream", "a closed stream of the command line"),
];

/// Folders that hold no source of ours: what is built, and code that the generator wrote.
const NOT_OURS: [&str; 4] = [".git", "golden", "models", "target"];

/// A Rust file of the repository.
struct Source {
    path: String,
    text: String,
}

impl Source {
    /// The numbered lines that are neither comments nor tests.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let tests = if self.is_test() { Some(0) } else { self.text.lines().position(|line| line == "#[cfg(test)]") };
        let lines = self.text.lines().take(tests.unwrap_or(usize::MAX)).enumerate();
        lines.filter(|(_, line)| !line.trim_start().starts_with("//")).map(|(index, line)| (index + 1, line))
    }

    fn is_test(&self) -> bool {
        let is_tests = |folder: &str| matches!(folder, "tests" | "benches" | "examples");
        self.path.split('/').any(is_tests) || self.text.contains("\n#![cfg(test)]\n")
    }

    /// The file's name without its ending, and the folder that it stands in.
    fn names(&self) -> impl Iterator<Item = &str> {
        self.path.trim_end_matches(".rs").rsplit('/').take(2)
    }
}

#[test]
fn every_file_says_first_why_it_exists() {
    let is_silent = |source: &&Source| !source.text.starts_with("//! ");
    expect_none("begin with `//!`: why does this file exist?", |sources| {
        sources.iter().filter(is_silent).map(|source| place(source, 1)).collect()
    });
}

#[test]
fn every_file_is_short() {
    let is_long = |source: &&Source| source.text.lines().count() > MAX_LINES;
    expect_none("this is longer than 400 lines: two concepts?", |sources| {
        sources.iter().filter(is_long).map(|source| place(source, MAX_LINES + 1)).collect()
    });
}

#[test]
fn every_file_has_a_name_that_says_something() {
    let is_empty = |source: &&Source| source.names().any(|name| EMPTY_NAMES.contains(&name));
    expect_none("name a file after what it holds", |sources| {
        sources.iter().filter(is_empty).map(|source| place(source, 1)).collect()
    });
}

#[test]
fn nothing_panics_outside_tests() {
    expect_none("only tests may panic: return a diagnostic", |sources| {
        let lines = sources.iter().flat_map(|source| source.code().map(move |line| (source, line)));
        let broken = lines.filter(|(_, (_, line))| TESTS_ONLY.iter().any(|word| line.contains(word)));
        broken.map(|(source, (number, _))| place(source, number)).collect()
    });
}

#[test]
fn nothing_is_unsafe_or_ignored() {
    expect_none("no `unsafe`, and no test that does not run", |sources| {
        lines_with(sources, |line| NOWHERE.iter().any(|word| line.trim_start().starts_with(word)))
    });
}

#[test]
fn no_line_has_tabs_or_ends_in_spaces() {
    expect_none("no tabs, no spaces at the end of a line", |sources| {
        lines_with(sources, |line| line.contains('\t') || line.ends_with(' '))
    });
}

#[test]
fn every_rule_is_shown_broken() {
    let texts: Vec<String> = files(&root().join("codegen/tests")).iter().filter_map(|path| text(path)).collect();
    let is_shown = |rule: &str| {
        texts
            .iter()
            .any(|text| [format!("[{rule}]"), format!("title={rule}::")].iter().any(|shown| text.contains(shown)))
    };
    let is_known = |rule: &str| UNSHOWN.iter().any(|(known, _)| *known == rule) || is_shown(rule);
    let sources = sources();
    let rules = sources.iter().filter(|source| source.path.starts_with("codegen/src/")).flat_map(rules);
    let missing: Vec<String> =
        rules.filter(|(rule, _)| !is_known(rule)).map(|(rule, place)| format!("{place}: {rule}")).collect();
    assert!(missing.is_empty(), "no pinned text in codegen/tests shows\n{}", missing.join("\n"));
}

#[test]
fn every_rule_can_be_explained() {
    let sources = sources();
    let is_of_generator = |source: &&Source| source.path.starts_with("codegen/src/");
    let known: String = sources
        .iter()
        .filter(|source| source.path.contains("/rules/") || source.path.contains("/lint/"))
        .map(|source| source.text.as_str())
        .collect();
    let is_known = |rule: &str| known.contains(&format!("\"{rule}\""));
    let used = sources.iter().filter(is_of_generator).flat_map(rules);
    let unknown: Vec<String> =
        used.filter(|(rule, _)| !is_known(rule)).map(|(rule, place)| format!("{place}: {rule}")).collect();
    assert!(unknown.is_empty(), "list these in codegen/src/rules\n{}", unknown.join("\n"));
}

/// What a fixture pins of diagnostics.
fn text(path: &Path) -> Option<String> {
    path.extension().filter(|ending| *ending == "txt").and_then(|_| fs::read_to_string(path).ok())
}

#[test]
fn every_fixture_has_what_it_expects() {
    let reject = folders("codegen/tests/reject").into_iter().map(|folder| folder.join("expected.txt"));
    let golden = folders("codegen/tests/golden");
    let golden = golden.iter().flat_map(|folder| ["schema.json", "expected.rs"].map(|file| folder.join(file)));
    let missing: Vec<_> = reject.chain(golden).filter(|path| !path.is_file()).collect();
    assert!(missing.is_empty(), "missing: {missing:#?}");
}

#[test]
fn the_generator_carries_every_file_of_the_support_module() {
    let list = fs::read_to_string(root().join("codegen/src/render/support.rs")).unwrap();
    let folder = root().join("codegen/src/support");
    let mut missing = Vec::new();
    for path in files(&folder) {
        let name = relative(&path, &folder);
        if !list.contains(&format!("    \"{name}\"\n")) {
            missing.push(format!("codegen/src/support/{name}:1: add it to SOURCES in codegen/src/render/support.rs"));
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn no_generated_type_takes_the_name_of_what_generated_code_uses() {
    let taken = fs::read_to_string(root().join("codegen/src/lower/names.rs")).unwrap();
    let is_kept_free = |name: &str| taken.contains(&format!("\"{name}\""));
    let sources = sources();
    let is_emitting = |source: &&Source| {
        let is_of_types = source.path.starts_with("codegen/src/harden/") || source.path == "codegen/src/spelling.rs";
        is_of_types && !source.path.starts_with("codegen/src/harden/schemas")
    };
    let used = sources.iter().filter(is_emitting).flat_map(|source| source.code().map(move |line| (source, line)));
    let broken: Vec<String> = used
        .flat_map(|(source, (number, line))| imports(line).map(move |name| (name, place(source, number))))
        .filter(|(name, _)| !is_kept_free(name))
        .map(|(name, place)| format!("{place}: add {name} to TAKEN in codegen/src/lower/names.rs"))
        .collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// The names that a line of the generator imports into generated code.
fn imports(line: &str) -> impl Iterator<Item = &str> {
    const CALLS: [&str; 3] = ["support(\"", "serde(\"", "names.insert(\""];
    CALLS.iter().flat_map(|call| line.split(call).skip(1)).filter_map(|rest| rest.split('"').next())
}

/// The identifiers of rules that a file's diagnostics have, each with its place.
fn rules(source: &Source) -> Vec<(String, String)> {
    let opening = ["Diagnostic::error(", "Diagnostic::warning("];
    let mut rules = Vec::new();
    for (number, line) in source.code() {
        for call in opening.iter().filter_map(|opening| line.split_once(opening)) {
            let literal = call.1.split('"').nth(1).filter(|_| call.1.starts_with('"'));
            rules.extend(literal.map(|rule| (rule.to_owned(), place(source, number))));
        }
    }
    rules
}

fn expect_none(rule: &str, broken: impl FnOnce(&[Source]) -> Vec<String>) {
    let broken = broken(&sources());
    let broken: Vec<String> = broken.iter().map(|place| format!("{place}: {rule}")).collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// The places of the lines, comments and tests included, of which something is true.
fn lines_with(sources: &[Source], is_so: impl Fn(&str) -> bool) -> Vec<String> {
    let lines = sources.iter().flat_map(|source| source.text.lines().enumerate().map(move |line| (source, line)));
    lines.filter(|(_, (_, line))| is_so(line)).map(|(source, (index, _))| place(source, index + 1)).collect()
}

fn place(source: &Source, line: usize) -> String {
    format!("{}:{line}", source.path)
}

/// All Rust files of ours, in the order of their paths.
fn sources() -> Vec<Source> {
    let root = root();
    let paths = files(&root).into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "rs"));
    paths.map(|path| Source { path: relative(&path, &root), text: fs::read_to_string(&path).unwrap() }).collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for path in entries(folder) {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        match path.is_dir() {
            true if NOT_OURS.contains(&name) => {}
            true => files.extend(self::files(&path)),
            false => files.push(path),
        }
    }
    files
}

fn folders(path: &str) -> Vec<PathBuf> {
    entries(&root().join(path)).into_iter().filter(|path| path.is_dir()).collect()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    entries
}

fn relative(path: &Path, root: &Path) -> String {
    path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/")
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}
