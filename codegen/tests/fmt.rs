//! Formatting keeps what schemas mean and what people wrote, and has nothing to do the second time.

#![cfg(test)]
#![cfg(feature = "cli")]

use std::path::PathBuf;

use codegen::fmt::fmt;
use codegen::{Options, load};

#[test]
fn formatting_keeps_values_and_is_done_once() {
    let folders = ["../schemas", "tests/golden", "tests/cli/fixtures/schemas", "tests/cli/fixtures/odd", "schemas"];
    let mut n_documents = 0;
    for source in folders.into_iter().flat_map(|folder| sources(folder.into())) {
        let text = formatted(&source.0, &source.1);
        let (before, after): (serde_json::Value, serde_json::Value) =
            (serde_json::from_str(&source.1).unwrap(), serde_json::from_str(&text).unwrap());
        assert_eq!(before, after, "{}", source.0);
        assert_eq!(formatted(&source.0, &text), text, "{}", source.0);
        assert_eq!(tokens(&source.1), tokens(&text), "{}", source.0);
        n_documents += 1;
    }
    assert!(n_documents > 10, "the folders hold {n_documents} documents");
}

#[test]
fn our_own_schemas_are_formatted() {
    for (name, text) in sources("../schemas".into()).into_iter().chain(sources("schemas".into())) {
        assert_eq!(formatted(&name, &text), text, "{name}: run `codegen fmt`");
    }
}

#[test]
fn instances_and_names_that_authors_chose_keep_their_order() {
    let text = r#"{"examples": [{"type": 1, "$id": 2}], "properties": {"type": {}, "$id": {}}, "title": "A"}"#;
    let compact: String = formatted("a.json", text).split_whitespace().collect();
    let expected = r#"{"title":"A","properties":{"type":{},"$id":{}},"examples":[{"type":1,"$id":2}]}"#;
    assert_eq!(compact, expected);
}

/// The strings, numbers and words of a text, sorted: formatting may move them, but not respell them.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' => string_length(rest),
            first if first.is_alphanumeric() || "+-.".contains(first) => {
                rest.find(|part: char| !part.is_alphanumeric() && !"+-.".contains(part)).unwrap_or(rest.len())
            }
            first => first.len_utf8(),
        };
        let (token, after) = rest.split_at(length);
        tokens.extend((!token.trim().is_empty()).then(|| token.to_owned()));
        rest = after;
    }
    tokens.sort();
    tokens
}

fn string_length(text: &str) -> usize {
    let mut is_escaped = false;
    let end = text.char_indices().skip(1).find(|(_, part)| {
        let is_end = *part == '"' && !is_escaped;
        is_escaped = *part == '\\' && !is_escaped;
        is_end
    });
    end.unwrap().0 + 1
}

/// The documents in a folder, by name.
fn sources(folder: PathBuf) -> Vec<(String, String)> {
    let (sources, _) = load::load(&[folder], &Options::default());
    let requested = sources.iter().filter(|source| source.is_requested());
    requested.map(|source| (source.name().to_owned(), source.text().to_owned())).collect()
}

fn formatted(name: &str, text: &str) -> String {
    let source = codegen::source::Source::parse(name, format!("file:///{name}"), text).unwrap();
    fmt(&[source], &Options::default()).remove(0).1
}
