//! Every rule keeps what it says: its bad example breaks it, its good one does not, and its text is whole.

#![cfg(test)]
#![cfg(feature = "cli")]

use codegen::config::Config;
use codegen::diagnostic::{Diagnostics, Severity};
use codegen::lint::{LINTS, lint, mended};
use codegen::rules::{self, Group, Rule};
use codegen::source::Source;
use codegen::{Options, Planned, load, lower, resolve};

#[test]
fn the_examples_of_every_rule_about_schemas_break_and_keep_it() {
    let mut wrong = Vec::new();
    for rule in rules::all().filter(|rule| is_about_schemas(rule)) {
        if !has(&findings(rule.bad), rule.id) {
            wrong.push(format!("{} is not broken by its bad example:\n{}", rule.id, findings(rule.bad)));
        }
        if has(&findings(rule.good), rule.id) {
            wrong.push(format!("{} is broken by its good example:\n{}", rule.id, findings(rule.good)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_a_name_of_its_own_and_says_why() {
    let mut ids: Vec<&str> = rules::all().map(|rule| rule.id).collect();
    ids.sort_unstable();
    let n_rules = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), n_rules);
    for rule in rules::all() {
        let is_sentence = |text: &str| text.ends_with('.') || text.ends_with(')');
        assert!(is_sentence(rule.summary) && is_sentence(rule.why) && rule.bad != rule.good, "{}", rule.id);
    }
    assert!(LINTS.iter().all(|lint| rules::find(lint.rule.id) == Some(&lint.rule)));
}

#[test]
fn safe_fixes_mend_what_they_are_about_and_leave_the_rest_as_it_was_written() {
    let text = "{\n  \"type\": \"integer\",\n  \"maxLength\": 3,\n  \"minimum\": 1.0e0,\n  \"maximum\": 9,\n  \"minItems\": 0\n}\n";
    let mended = mended(text, findings(text).iter()).unwrap();
    assert_eq!(mended, "{\n  \"type\": \"integer\",\n  \"minimum\": 1.0e0,\n  \"maximum\": 9\n}\n");
    let text = "{ \"$defs\": { \"A\": { \"description\": \"One.\", \"enum\": [1], \"examples\": [1] } } }";
    let mended = codegen::lint::mended(text, findings(text).iter()).unwrap();
    assert_eq!(mended, text.replace("{ \"description\"", "{ \"title\": \"A\", \"description\""));
    assert!(findings(&mended).is_empty());
}

#[test]
fn a_misspelt_keyword_is_not_mended_without_being_asked() {
    let text = r#"{ "aditionalProperties": false }"#;
    let findings = findings(text);
    let fix = findings.iter().find_map(|finding| finding.fix.clone()).unwrap();
    assert!(!fix.is_safe && fix.edits[0].text == "\"additionalProperties\"");
    assert_eq!(mended(text, findings.iter()), None);
}

#[test]
fn suppressions_hold_for_one_rule_in_one_place() {
    let open = r#"{ "type": "integer" }"#;
    let schema = |mark: &str| format!(r#"{{ "properties": {{ "a": {{ {mark} "items": {open} }}, "b": {open} }} }}"#);
    let places = |text: &str| -> Vec<String> {
        let findings = findings(text);
        findings.iter().filter(|one| one.rule == "unbounded-integer").map(|one| one.pointer.clone()).collect()
    };
    assert_eq!(places(&schema("")), ["/properties/a/items/type", "/properties/b/type"]);
    let mark = r#""x-lint-allow": { "unbounded-integer": "they are counted in atoms" },"#;
    assert_eq!(places(&schema(mark)), ["/properties/b/type"]);
    let other = r#""x-lint-allow": { "missing-title": "it has none" },"#;
    assert_eq!(places(&schema(other)).len(), 2);
    assert!(has(&findings(&schema(other)), "unused-suppression"));
}

#[test]
fn the_configuration_suppresses_and_weighs() {
    let config = |text| Config::read(Source::parse("codegen.json", "file:///codegen.json", text).unwrap()).unwrap();
    let allow = config(
        r#"{ "lint": { "allow": [
             { "rule": "unbounded-integer", "file": "schema.json", "pointer": "/properties/a", "reason": "atoms" },
             { "rule": "unbounded-integer", "file": "schema.json", "pointer": "/properties/c", "reason": "none" }
           ] } }"#,
    );
    let text = r#"{ "properties": { "a": { "type": "integer" }, "b": { "type": "integer" } } }"#;
    let found = held_against(text, &allow);
    let shown: Vec<(&str, &str)> = found.iter().map(|one| (one.rule, one.pointer.as_str())).collect();
    let bounds = ("unbounded-integer", "/properties/b/type");
    assert!(shown.contains(&bounds) && shown.contains(&("unused-suppression", "/lint/allow/1/rule")), "{found}");
    assert!(!shown.contains(&("unbounded-integer", "/properties/a/type")));

    let weights = config(r#"{ "lint": { "rules": { "interoperability": "off", "unbounded-integer": "note" } } }"#);
    let found = held_against(text, &weights);
    let severities: Vec<Severity> = found.iter().map(|one| one.severity).collect();
    assert!(found.iter().all(|one| one.rule != "format-alone"));
    assert!(severities.contains(&Severity::Note));
}

#[test]
fn dead_subschemas_are_found_whatever_kills_them_and_no_others() {
    let dead = [
        r#"{ "type": "string", "minLength": 3, "maxLength": 2 }"#,
        r#"{ "type": "integer", "minimum": 3, "maximum": 2 }"#,
        r#"{ "type": "integer", "exclusiveMinimum": 1, "exclusiveMaximum": 2 }"#,
        r#"{ "type": "string", "enum": [1, 2] }"#,
        r#"{ "type": "object", "required": ["a"], "properties": { "a": false } }"#,
        r#"{ "type": "object", "required": ["a"], "properties": {}, "additionalProperties": false }"#,
        r#"{ "type": "array", "minItems": 1, "items": false }"#,
        r#"{ "type": "array", "minItems": 2, "maxItems": 1 }"#,
        r#"{ "allOf": [{ "type": "string" }, { "type": "integer" }] }"#,
        r#"{ "type": "string", "not": { "type": "string" } }"#,
    ];
    let alive = [
        r#"{ "type": "string", "minLength": 2, "maxLength": 2 }"#,
        r#"{ "type": "integer", "minimum": 2, "maximum": 2 }"#,
        r#"{ "type": ["string", "null"], "enum": [1, null] }"#,
        r#"{ "type": "object", "required": ["a"], "properties": { "a": { "items": false } } }"#,
        r#"{ "type": "array", "items": false }"#,
        r##"{ "type": "object", "properties": { "a": { "$ref": "#" } }, "required": ["a"] }"##,
        r#"{ "anyOf": [{ "minLength": 3, "maxLength": 2 }, { "type": "integer" }] }"#,
    ];
    let is_dead = |text: &str| has(&findings(&format!(r#"{{ "properties": {{ "a": {text} }} }}"#)), "unsatisfiable");
    let wrong = dead.iter().filter(|text| !is_dead(text)).chain(alive.iter().filter(|text| is_dead(text)));
    assert_eq!(wrong.collect::<Vec<_>>(), [&""; 0]);
}

#[test]
fn schemas_inside_api_descriptions_are_looked_at_as_well() {
    let text = r#"{
        "openapi": "3.1.0",
        "info": { "title": "A", "version": "1.0.0" },
        "components": { "schemas": {
            "Both": { "oneOf": [{ "type": "integer" }, { "type": "number" }] },
            "Dead": { "properties": { "size": { "allOf": [{ "type": "string" }, { "type": "integer" }] } } }
        } }
    }"#;
    let findings = findings(text);
    let place = |rule: &str| findings.iter().find(|one| one.rule == rule).map(|one| one.pointer.as_str());
    assert_eq!(place("overlapping-branches"), Some("/components/schemas/Both/oneOf/1"));
    assert_eq!(place("unsatisfiable"), Some("/components/schemas/Dead/properties/size"));
}

#[test]
fn scopes_and_schemes_that_operations_ask_for_are_declared() {
    let text = r#"{
        "openapi": "3.1.0",
        "info": { "title": "A", "version": "1.0.0" },
        "paths": { "/a": {
            "get": { "security": [{ "oauth": ["read"] }, {}] },
            "put": { "security": [{ "oauth": ["reed", "write"], "basic": [] }] }
        } },
        "components": { "securitySchemes": {
            "oauth": { "type": "oauth2", "flows": { "implicit": {
                "authorizationUrl": "https://example.com", "scopes": { "read": "Reads." } } } },
            "basic": { "type": "http", "scheme": "basic" }
        } }
    }"#;
    let findings = findings(text);
    let found = findings.iter().filter(|one| one.rule == "undeclared-security");
    let shown: Vec<_> = found.map(|one| (one.pointer.as_str(), one.help.as_deref().unwrap_or_default())).collect();
    let place = "/paths/~1a/put/security/0/oauth";
    let (first, second) = (format!("{place}/0"), format!("{place}/1"));
    assert_eq!(shown, [(&*first, "did you mean `read`?"), (&*second, "add it to a flow of the scheme")]);
}

#[test]
fn a_suppression_for_a_file_that_nobody_looks_at_is_not_called_unused() {
    let allow = r#"{ "lint": { "allow": [
        { "rule": "unbounded-integer", "file": "other.json", "reason": "it is counted in atoms" },
        { "rule": "missing-rule", "file": "other.json", "reason": "there is no such rule" } ] } }"#;
    let config = Config::read(Source::parse("codegen.json", "file:///codegen.json", allow).unwrap()).unwrap();
    let found = held_against(r#"{ "type": "string" }"#, &config);
    assert!(!has(&found, "unused-suppression") && has(&found, "unknown-rule"), "{found}");
}

#[test]
fn branches_overlap_where_open_objects_or_patterns_meet() {
    let both = |one: &str, other: &str| format!(r#"{{ "oneOf": [{one}, {other}] }}"#);
    let member = |name: &str, text: &str| {
        format!(r#"{{ "type": "object", "properties": {{ "{name}": {text} }}, "required": ["{name}"] }}"#)
    };
    let pattern = |text: &str| format!(r#"{{ "type": "string", "pattern": "{text}" }}"#);
    let overlapping = [
        both(&member("a", &pattern("^[a-f]{3}$")), &member("b", &pattern("^[0-9]{3}$"))),
        both(&pattern("^[a-z]{4}$"), &pattern("^[x-z]+$")),
        both(&member("a", &pattern("^[a-z]{4}$")), &member("a", &pattern("^[x-z]+$"))),
    ];
    for text in &overlapping {
        assert!(has(&findings(text), "overlapping-branches"), "{text}");
    }
    let apart = [
        both(&member("a", r#"{ "const": 1 }"#), &member("a", r#"{ "const": 2 }"#)),
        both(&pattern("^[a-c]+$"), &pattern("^[x-z]+$")),
    ];
    for text in &apart {
        assert!(!has(&findings(text), "overlapping-branches"), "{text}");
    }
}

#[test]
fn what_is_sensitive_is_not_shown_by_what_is_said_of_examples() {
    let text = r#"{
        "properties": { "signals": { "type": "array", "x-sensitive": true, "items": { "type": "integer" }, "default": ["s1"] } },
        "examples": [{ "signals": ["s2"] }]
    }"#;
    let findings = findings(text);
    let said: Vec<&str> =
        findings.iter().filter(|one| one.rule.starts_with("invalid-")).map(|one| &*one.message).collect();
    assert_eq!(said.len(), 2);
    assert!(said.iter().all(|message| message.contains("a value that is not shown")), "{said:?}");
    assert!(said.iter().all(|message| !message.contains("s1") && !message.contains("s2")), "{said:?}");
}

#[test]
fn a_date_time_is_a_timestamp_whatever_it_is_called() {
    let member = |rest: &str| {
        format!(r#"{{ "properties": {{ "begin": {{ "type": "string", "format": "date-time"{rest} }} }} }}"#)
    };
    assert!(has(&findings(&member("")), "naive-timestamp"));
    assert!(!has(&findings(&member(r#", "pattern": "Z$""#)), "naive-timestamp"));
}

fn is_about_schemas(rule: &Rule) -> bool {
    // These need several files, bytes that are no text, more levels than one wants to read, or an option.
    const OTHERS: [&str; 5] = ["inferred-type", "nested-too-deep", "not-a-schema", "not-utf-8", "unknown-vocabulary"];
    !matches!(rule.group, Group::Change | Group::Command | Group::Compatibility | Group::Document)
        && !OTHERS.contains(&rule.id)
}

fn has(findings: &Diagnostics, rule: &str) -> bool {
    findings.iter().any(|finding| finding.rule == rule)
}

/// What is wrong with a schema, conventions included.
fn findings(text: &str) -> Diagnostics {
    let conventions = r#"{ "lint": { "rules": { "convention": "warning" } } }"#;
    let config = Config::read(Source::parse("codegen.json", "file:///codegen.json", conventions).unwrap()).unwrap();
    held_against(text, &config)
}

fn held_against(text: &str, config: &Config) -> Diagnostics {
    match plan(text) {
        Ok(planned) => {
            let mut findings = planned.warnings.clone();
            findings.extend(lint(&planned, &Options::default(), config));
            findings
        }
        Err(diagnostics) => diagnostics,
    }
}

fn plan(text: &str) -> Result<Planned, Diagnostics> {
    let options = Options::default();
    let source = Source::parse("schema.json", "file:///schema.json", text)?;
    let (sources, mut found) = load::complete(vec![source], &options);
    let (graph, more) = resolve::resolve(&sources, &options);
    found.extend(more);
    let warnings = found.or_fatal()?;
    let plan = lower::lower(graph, &sources, &options);
    Ok(Planned { plan, sources, warnings })
}
