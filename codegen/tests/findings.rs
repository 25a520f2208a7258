//! Findings in all four forms: the same places in each, and the JSON form as its published schema says.
//!
//! That the types of that schema read them too is tested in the workspace's `tests/findings.rs`.

#![cfg(test)]
#![cfg(feature = "cli")]

use std::fs;
use std::process::Command;

use codegen::report;
use serde_json::Value;

/// Where a finding is.
type Place = (String, u64, u64);

const WRONG: &[&[&str]] = &[
    &["generate", "tests/cli/fixtures/wrong/mistakes.json"],
    &["generate", "tests/reject/invalid-json/word.json"],
    &["lint", "tests/cli/fixtures/schemas"],
    &["lint", "tests/cli/fixtures/odd"],
    &["validate", "tests/cli/fixtures/schemas/orders.json", "tests/cli/fixtures/documents/broken.json"],
    &[
        "validate",
        "tests/cli/fixtures/schemas/orders.json#/$defs/Payment",
        "tests/cli/fixtures/documents/payments.ndjson",
    ],
];

#[test]
fn every_form_has_the_same_places() {
    for command in WRONG {
        let json = from_json(&run(command, "json"));
        assert!(!json.is_empty(), "{command:?} finds nothing");
        assert_eq!(from_sarif(&run(command, "sarif")), json, "{command:?}: SARIF and JSON");
        assert_eq!(from_github(&run(command, "github")), json, "{command:?}: GitHub and JSON");
        assert_eq!(from_text(&run(command, "text")), json, "{command:?}: text and JSON");
    }
}

#[test]
fn places_are_those_of_the_text() {
    for command in WRONG {
        for finding in values(&run(command, "json")) {
            let text = fs::read_to_string(finding["file"].as_str().unwrap()).unwrap();
            let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
            let span = |end: usize| number(&finding["span"][end]);
            let place = |line: &str, column: &str| (number(&finding[line]), number(&finding[column]));
            assert_eq!(place("line", "column"), line_column(&text, span(0)), "{finding:#}");
            assert_eq!(place("end_line", "end_column"), line_column(&text, span(1)), "{finding:#}");
        }
    }
}

#[test]
fn the_json_form_is_as_its_schema_says() {
    let schema: Value = serde_json::from_str(report::SCHEMA).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for command in WRONG {
        let value: Value = serde_json::from_str(&run(command, "json")).unwrap();
        assert!(validator.is_valid(&value), "{:#?}", validator.iter_errors(&value).collect::<Vec<_>>());
    }
}

fn run(command: &[&str], format: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_codegen")).args(command).args(["--format", format]).output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    let said = if format == "text" { [output.stdout, output.stderr].concat() } else { output.stdout };
    String::from_utf8(said).unwrap()
}

fn values(text: &str) -> Vec<Value> {
    serde_json::from_str(text).unwrap()
}

fn from_json(text: &str) -> Vec<Place> {
    let number = |value: &Value| value.as_u64().unwrap();
    let place = |finding: &Value| {
        (finding["file"].as_str().unwrap().to_owned(), number(&finding["line"]), number(&finding["column"]))
    };
    values(text).iter().map(place).collect()
}

fn from_sarif(text: &str) -> Vec<Place> {
    let log: Value = serde_json::from_str(text).unwrap();
    let place = |result: &Value| {
        let place = &result["locations"][0]["physicalLocation"];
        let file = place["artifactLocation"]["uri"].as_str().unwrap().to_owned();
        let region = &place["region"];
        (file, region["startLine"].as_u64().unwrap(), region["startColumn"].as_u64().unwrap())
    };
    log["runs"][0]["results"].as_array().unwrap().iter().map(place).collect()
}

fn from_github(text: &str) -> Vec<Place> {
    let property = |line: &str, name: &str| -> String {
        let (_, rest) = line.split_once(&format!("{name}=")).unwrap();
        rest.split(',').next().unwrap().to_owned()
    };
    let place = |line: &str| {
        (property(line, "file"), property(line, "line").parse().unwrap(), property(line, "col").parse().unwrap())
    };
    text.lines().filter(|line| line.starts_with("::")).map(place).collect()
}

/// The places behind `-->`, or at the beginning of a line.
fn from_text(text: &str) -> Vec<Place> {
    let place = |line: &str| {
        let place = line.split_once("--> ").map_or_else(|| line.split(": ").next(), |(_, place)| Some(place))?;
        let mut parts = place.rsplitn(3, ':');
        let (column, line) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        Some((parts.next()?.to_owned(), line, column))
    };
    text.lines().filter_map(place).collect()
}

fn line_column(text: &str, offset: usize) -> (usize, usize) {
    let before = &text[..offset];
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (before.matches('\n').count() + 1, column)
}
