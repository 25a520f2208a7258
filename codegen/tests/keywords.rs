//! `KEYWORDS.md`, the table of how each keyword of each draft is kept: written from the keywords that the code knows
//! and from what `explain` says of a small schema with each. `UPDATE_GOLDEN=1` rewrites it.

#![cfg(test)]

use std::fs;
use std::path::Path;

use codegen::Options;
use codegen::dialect::FORMATS;
use codegen::dialect::{Dialect, Draft, Role, defines_format, keywords};
use codegen::explain::{Kept, explain};
use codegen::lower::lower;
use codegen::plan::TypeId;
use codegen::resolve::resolve;
use codegen::source::Source;

/// For each keyword an ordinary schema that has it.
const SPECIMENS: &[(&str, &str)] = &[
    ("$anchor", r#"{"type": "object", "$anchor": "a"}"#),
    ("$comment", r#"{"type": "object", "$comment": "…"}"#),
    ("$defs", r#"{"type": "object", "$defs": {"a": {"type": "string"}}}"#),
    ("$dynamicAnchor", r#"{"type": "object", "$dynamicAnchor": "a"}"#),
    (
        "$dynamicRef",
        r##"{"type": "object", "$dynamicAnchor": "a", "$defs": {"a": {"required": ["b"], "$dynamicRef": "#a"}}}"##,
    ),
    ("$id", r#"{"type": "object", "$id": "https://example.org/a"}"#),
    ("$recursiveAnchor", r#"{"type": "object", "$recursiveAnchor": true}"#),
    ("$recursiveRef", r##"{"type": "object", "$defs": {"a": {"required": ["b"], "$recursiveRef": "#"}}}"##),
    ("$ref", r##"{"definitions": {"a": {"type": "object"}}, "$ref": "#/definitions/a"}"##),
    ("$schema", "{}"),
    ("$vocabulary", r#"{"type": "object", "$vocabulary": {}}"#),
    ("additionalItems", r#"{"type": "array", "items": [{}], "additionalItems": {"type": "string"}}"#),
    ("additionalProperties", r#"{"type": "object", "additionalProperties": {"type": "string"}}"#),
    ("allOf", r#"{"type": "object", "allOf": [{"required": ["a"]}]}"#),
    ("anyOf", r#"{"anyOf": [{"type": "string"}, {"type": "object"}]}"#),
    ("const", r#"{"const": "a"}"#),
    ("contains", r#"{"type": "array", "contains": {"type": "string"}}"#),
    ("contentEncoding", r#"{"type": "string", "contentEncoding": "base64"}"#),
    ("contentMediaType", r#"{"type": "string", "contentMediaType": "application/json"}"#),
    ("contentSchema", r#"{"type": "string", "contentMediaType": "application/json", "contentSchema": {}}"#),
    ("default", r#"{"type": "string", "default": "a"}"#),
    ("definitions", r#"{"type": "object", "definitions": {"a": {"type": "string"}}}"#),
    ("dependencies", r#"{"type": "object", "dependencies": {"a": ["b"]}}"#),
    ("dependentRequired", r#"{"type": "object", "dependentRequired": {"a": ["b"]}}"#),
    ("dependentSchemas", r#"{"type": "object", "dependentSchemas": {"a": {"required": ["b"]}}}"#),
    ("deprecated", r#"{"type": "string", "deprecated": true}"#),
    ("description", r#"{"type": "string", "description": "…"}"#),
    ("else", r#"{"type": "string", "if": {"minLength": 1}, "else": false}"#),
    ("enum", r#"{"enum": ["a", "b"]}"#),
    ("examples", r#"{"type": "string", "examples": ["a"]}"#),
    ("exclusiveMaximum", r#"{"type": "number", "maximum": 3, "exclusiveMaximum": EXCLUSIVE}"#),
    ("exclusiveMinimum", r#"{"type": "number", "minimum": 3, "exclusiveMinimum": EXCLUSIVE}"#),
    ("format", r#"{"type": "string", "format": "date-time"}"#),
    ("id", r#"{"type": "object", "id": "https://example.org/a"}"#),
    ("if", r#"{"type": "string", "if": {"minLength": 1}, "then": {"maxLength": 3}}"#),
    ("items", r#"{"type": "array", "items": {"type": "string"}}"#),
    ("maxContains", r#"{"type": "array", "contains": {"type": "string"}, "maxContains": 3}"#),
    ("maxItems", r#"{"type": "array", "maxItems": 3}"#),
    ("maxLength", r#"{"type": "string", "maxLength": 3}"#),
    ("maxProperties", r#"{"type": "object", "maxProperties": 3}"#),
    ("maximum", r#"{"type": "integer", "maximum": 3}"#),
    ("minContains", r#"{"type": "array", "contains": {"type": "string"}, "minContains": 3}"#),
    ("minItems", r#"{"type": "array", "minItems": 3}"#),
    ("minLength", r#"{"type": "string", "minLength": 3}"#),
    ("minProperties", r#"{"type": "object", "minProperties": 3}"#),
    ("minimum", r#"{"type": "integer", "minimum": 3}"#),
    ("multipleOf", r#"{"type": "number", "multipleOf": 0.5}"#),
    ("not", r#"{"type": "string", "not": {"maxLength": 3}}"#),
    ("oneOf", r#"{"oneOf": [{"type": "string"}, {"type": "object"}]}"#),
    ("pattern", r#"{"type": "string", "pattern": "^a"}"#),
    (
        "patternProperties",
        r#"{"type": "object", "patternProperties": {"^a": {"type": "string"}}, "additionalProperties": false}"#,
    ),
    ("prefixItems", r#"{"type": "array", "prefixItems": [{"type": "string"}]}"#),
    ("properties", r#"{"type": "object", "properties": {"a": {"type": "string"}}}"#),
    ("propertyNames", r#"{"type": "object", "propertyNames": {"maxLength": 3}}"#),
    ("readOnly", r#"{"type": "string", "readOnly": true}"#),
    ("required", r#"{"type": "object", "required": ["a"]}"#),
    ("then", r#"{"type": "string", "if": {"minLength": 1}, "then": {"maxLength": 3}}"#),
    ("title", r#"{"type": "string", "title": "…"}"#),
    ("type", r#"{"type": "object"}"#),
    ("unevaluatedItems", r#"{"type": "array", "contains": {"type": "string"}, "unevaluatedItems": false}"#),
    ("unevaluatedProperties", r#"{"type": "object", "properties": {"a": {}}, "unevaluatedProperties": false}"#),
    ("uniqueItems", r#"{"type": "array", "uniqueItems": true}"#),
    ("writeOnly", r#"{"type": "string", "writeOnly": true}"#),
];

const HEAD: &str = "\
# How each keyword is kept

Every keyword of every draft is kept exactly; what differs is by what means. This is what `codegen explain` says of an
ordinary schema with the keyword, one that also has a `type`; ask it about your own. A `$dynamicRef` or `$recursiveRef`
that leads to different places from different documents becomes a type for each.
`contentEncoding` and `contentMediaType` assert in draft 7 with `--content-assertion`.

| | |
|---|---|
| by type | the Rust type has no value that breaks the keyword |
| reading | each value is checked as it is read or built |
| value | judged on the finished typed value, without a copy |
| JSON | judged on JSON that is kept as it is |
| · | asserts nothing: an annotation, an identifier, or a place for definitions |
| | no keyword of the draft: ignored, as the draft says |

";

const FORMATS_HEAD: &str = "
## Formats

They assert unless `--format-assertion false` says otherwise; unknown ones never do.

";

#[test]
fn the_table_of_keywords_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("KEYWORDS.md");
    let actual = format!("{HEAD}{}{FORMATS_HEAD}{}", keyword_table(), format_table());
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, actual).unwrap();
    } else {
        let expected = fs::read_to_string(&path).unwrap();
        assert!(actual == expected, "KEYWORDS.md is out of date; UPDATE_GOLDEN=1 rewrites it\n{actual}");
    }
}

/// Between these lines of the README stands the table of keywords, those with one row together.
const README_MARKS: (&str, &str) = ("<!-- keywords -->\n", "<!-- end of keywords -->\n");

#[test]
fn the_table_of_keywords_in_the_readme_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../README.md");
    let readme = fs::read_to_string(&path).unwrap();
    let (before, rest) = readme.split_once(README_MARKS.0).unwrap();
    let (table, after) = rest.split_once(README_MARKS.1).unwrap();
    let actual = grouped_table();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, [before, README_MARKS.0, &actual, README_MARKS.1, after].concat()).unwrap();
    } else {
        assert!(actual == table, "README.md is out of date; UPDATE_GOLDEN=1 rewrites it\n{actual}");
    }
}

#[test]
fn every_keyword_has_a_specimen() {
    let mut known: Vec<&str> = keywords().map(|keyword| keyword.name).collect();
    known.sort_unstable();
    known.dedup();
    let specimens: Vec<&str> = SPECIMENS.iter().map(|(name, _)| *name).collect();
    assert_eq!(specimens, known);
}

fn keyword_table() -> String {
    table("keyword", SPECIMENS.iter().map(|(name, schema)| (*name, Draft::ALL.map(|draft| cell(draft, name, schema)))))
}

/// The same, keywords that are kept alike in one row.
fn grouped_table() -> String {
    let mut rows: Vec<([&str; 5], Vec<String>)> = Vec::new();
    for (name, schema) in SPECIMENS {
        let cells = Draft::ALL.map(|draft| cell(draft, name, schema));
        match rows.iter_mut().find(|(other, _)| *other == cells) {
            Some((_, names)) => names.push(format!("`{name}`")),
            None => rows.push((cells, vec![format!("`{name}`")])),
        }
    }
    rows.sort_by_key(|(cells, names)| {
        (cells.iter().filter(|cell| cell.is_empty()).count(), std::cmp::Reverse(names.len()))
    });
    rows.iter().fold(head("keyword"), |text, (cells, names)| text + &row(&names.join(", "), cells))
}

fn format_table() -> String {
    let mark = |draft, name| if defines_format(draft, name) { "reading" } else { "" };
    table("format", FORMATS.iter().map(|format| (format.name, Draft::ALL.map(|draft| mark(draft, format.name)))))
}

fn table<'a>(subject: &str, rows: impl Iterator<Item = (&'a str, [&'a str; 5])>) -> String {
    rows.fold(head(subject), |text, (name, cells)| text + &row(&format!("`{name}`"), &cells))
}

fn head(subject: &str) -> String {
    format!("| {subject} | {} |\n|---|---|---|---|---|---|\n", Draft::ALL.map(Draft::name).join(" | "))
}

fn row(subject: &str, cells: &[&str; 5]) -> String {
    format!("| {subject} | {} |\n", cells.join(" | "))
}

/// How a schema of `draft` keeps its keyword `name`.
fn cell(draft: Draft, name: &str, schema: &str) -> &'static str {
    let Some(keyword) = Dialect::of(draft).keyword(name) else { return "" };
    match keyword.role {
        Role::Identifier | Role::Definitions => "·",
        _ => match kept(draft, name, schema) {
            Kept::ByType => "by type",
            Kept::WhileReading => "reading",
            Kept::OnTypedValue => "value",
            Kept::OnJson => "JSON",
            Kept::AssertsNothing => "·",
        },
    }
}

fn kept(draft: Draft, name: &str, schema: &str) -> Kept {
    let schema = schema.replace("EXCLUSIVE", if draft == Draft::Draft4 { "true" } else { "3" });
    let options = Options::default().default_dialect(Dialect::of(draft));
    let sources = [Source::parse("root.json", "file:///root.json", &schema).unwrap()];
    let (graph, diagnostics) = resolve(&sources, &options);
    assert_eq!(diagnostics.to_string(), "", "{schema}");
    let plan = lower(graph, &sources, &options);
    let explanations = (0..plan.types.len()).filter_map(|id| explain(&plan, &sources, TypeId(id)));
    let mut rows = explanations.flat_map(|explanation| explanation.keywords).filter(|row| row.keyword == name);
    rows.next().unwrap_or_else(|| panic!("{schema}")).kept
}
