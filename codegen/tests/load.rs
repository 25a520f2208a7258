//! Documents from disk: which are read, what they are called, and what they bring with them.

#![cfg(test)]

use std::path::PathBuf;

use codegen::dialect::Draft;
use codegen::load::load;
use codegen::options::Options;
use codegen::resolve::resolve;
use codegen::source::Source;
use codegen::stack::MAX_DEPTH;

fn paths(paths: &[&str]) -> Vec<PathBuf> {
    paths.iter().map(|path| PathBuf::from("tests/load").join(path)).collect()
}

fn sources(names: &[&str], options: &Options) -> Vec<Source> {
    let (sources, diagnostics) = load(&paths(names), options);
    assert!(diagnostics.is_empty(), "{diagnostics}");
    sources
}

/// Each document's name, URI, and whether it was asked for.
fn summary(sources: &[Source]) -> Vec<(&str, &str, bool)> {
    sources.iter().map(|source| (source.name(), source.uri(), source.is_requested())).collect()
}

#[test]
fn a_folder_brings_its_schemas_in_order_and_what_they_refer_to() {
    let sources = sources(&["folder"], &Options::default());
    let expected = [
        ("tests/load/folder/a.json", "file:///folder/a.json", true),
        ("tests/load/folder/b.json", "file:///folder/b.json", true),
        ("tests/load/folder/sub/c.json", "file:///folder/sub/c.json", true),
        ("tests/load/outside/shared types.json", "file:///outside/shared%20types.json", false),
        ("tests/load/outside/more.json", "file:///outside/more.json", false),
    ];
    assert_eq!(summary(&sources), expected);
    assert!(sources.iter().all(|source| source.path().is_some_and(std::path::Path::is_absolute)));
}

#[test]
fn files_are_found_beside_a_document_whose_id_puts_it_elsewhere() {
    let sources = sources(&["folder"], &Options::default());
    let (_, diagnostics) = resolve(&sources, &Options::default());
    assert!(diagnostics.is_empty(), "{diagnostics}");
}

#[test]
fn a_file_named_twice_is_loaded_once() {
    let sources = sources(&["folder/../folder/a.json", "folder", "folder/a.json"], &Options::default());
    assert_eq!(sources[0].name(), "tests/load/folder/../folder/a.json");
    assert_eq!(sources.iter().filter(|source| source.is_requested()).count(), 3);
}

#[test]
fn prefixes_are_looked_up_in_folders() {
    let options = Options::default().resolve("https://example.com", "tests/load/mapped/vendor");
    let sources = sources(&["mapped/entry.json"], &options);
    let expected = [
        ("tests/load/mapped/entry.json", "file:///entry.json", true),
        ("tests/load/mapped/vendor/lib/one.json", "https://example.com/lib/one.json", false),
        ("tests/load/mapped/vendor/lib/two.json", "https://example.com/lib/two", false),
        ("http://json-schema.org/draft-07/schema", "http://json-schema.org/draft-07/schema", false),
        ("tests/load/mapped/vendor/meta.json", "https://example.com/meta", false),
        ("tests/load/mapped/vendor/lib/nested/three.json", "https://example.com/lib/nested/three.json", false),
    ];
    assert_eq!(summary(&sources), expected);
    let dialects: Vec<_> =
        sources.iter().map(|source| source.assumed_dialect().map(codegen::dialect::Dialect::draft)).collect();
    assert_eq!(dialects[1..3], [Some(Draft::Draft202012), Some(Draft::Draft202012)]);
}

#[test]
fn a_file_can_stand_for_a_single_uri() {
    let options = Options::default().resolve("https://example.com/lib/two", "tests/load/mapped/vendor/lib/two.json");
    let sources = sources(&["mapped/entry.json"], &options);
    assert!(summary(&sources).contains(&(
        "tests/load/mapped/vendor/lib/two.json",
        "https://example.com/lib/two",
        false
    )));
}

#[test]
fn a_requested_file_below_a_mapped_folder_has_the_mapped_uri() {
    let options = Options::default().resolve("https://example.com/", "tests/load/mapped/vendor");
    let sources = sources(&["mapped/vendor/lib/one.json"], &options);
    assert_eq!(sources[0].uri(), "https://example.com/lib/one.json");
    assert_eq!(sources.len(), 2);
}

#[test]
fn all_files_mistakes_are_told_at_once() {
    let named = paths(&["outside/broken.json", "missing.json", "folder/notes.txt"]);
    let (_, diagnostics) = load(&named, &Options::default());
    let found: Vec<String> = diagnostics.iter().map(|one| format!("{} {}", one.file, one.rule)).collect();
    let expected = [
        "tests/load/folder/notes.txt invalid-json",
        "tests/load/missing.json unreadable-file",
        "tests/load/outside/broken.json invalid-json",
    ];
    assert_eq!(found, expected);
}

#[test]
fn documents_nest_as_deep_as_promised_and_no_deeper() {
    let nested = |depth| format!("{{\"x\": {}{}}}", "[".repeat(depth), "]".repeat(depth));
    let deep = Source::parse("deep.json", "file:///deep.json", nested(MAX_DEPTH - 1)).unwrap();
    assert_eq!(deep.depth(), MAX_DEPTH);
    for depth in [MAX_DEPTH, 1_000_000] {
        let diagnostics = Source::parse("deep.json", "file:///deep.json", nested(depth)).unwrap_err();
        assert_eq!(diagnostics.iter().next().unwrap().rule, "nested-too-deep");
    }
    let broken = "[".repeat(1_000_000);
    assert!(Source::parse("deep.json", "file:///deep.json", broken).is_err());
}

#[test]
fn every_value_and_name_has_its_place() {
    let text = "{\n  \"größe\": [1, {\"a/b\": true}],\n  \"\\u0062\": null\n}";
    let source = Source::parse("a.json", "file:///a.json", text).unwrap();
    let value = source.at("/größe/1/a~1b").unwrap();
    assert_eq!((&text[value.span()], &text[value.name_span().unwrap()]), ("true", "\"a/b\""));
    assert_eq!(source.line_column(value.span().start), (2, 24));
    let names: Vec<_> = source.root().members().map(|(name, _)| name).collect();
    assert_eq!(names, ["größe", "b"]);
    assert_eq!(source.at("/größe/01").map(codegen::source::Value::span), None);
    assert_eq!(source.nearest("/größe/7/x").span(), source.at("/größe").unwrap().span());
}
