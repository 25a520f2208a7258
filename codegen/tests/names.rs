//! What types are called: by the schema's own names first, and not otherwise because of what stands elsewhere.

#![cfg(test)]

use std::collections::BTreeMap;

use codegen::Options;
use codegen::plan::{Plan, Shape};
use codegen::resolve::resolve;
use codegen::source::Source;

fn plan(texts: &[&str], options: &Options) -> Plan {
    let parse = |(place, text): (usize, &&str)| {
        let name = format!("document{place}.json");
        Source::parse(name.as_str(), format!("file:///{name}"), *text).unwrap()
    };
    let sources: Vec<Source> = texts.iter().enumerate().map(parse).collect();
    let (graph, diagnostics) = resolve(&sources, options);
    assert!(diagnostics.is_empty(), "{diagnostics}");
    codegen::lower::lower(graph, &sources, options)
}

/// The names of all types, by module and by the place of their schema.
fn names(texts: &[&str]) -> BTreeMap<(usize, String), String> {
    let plan = plan(texts, &Options::default());
    let place = |schema| plan.graph.get(schema).location.pointer.clone();
    plan.types.iter().map(|ty| ((ty.module, place(ty.schema)), ty.name.clone())).collect()
}

const ORDER: &str = r##"{
    "title": "Order",
    "type": "object",
    "properties": {
        "from": { "title": "Address", "type": "string", "minLength": 1 },
        "sum": { "type": "string", "minLength": 1 },
        "state": { "$ref": "#/$defs/state" }
    },
    "$defs": { "state": { "title": "Condition", "enum": ["new", "paid"] } }
}"##;

#[test]
fn definitions_have_their_names_and_others_their_titles() {
    let names: Vec<String> = names(&[ORDER]).into_values().collect();
    assert_eq!(names, ["Order", "State", "Address", "OrderSum"]);
}

#[test]
fn a_member_that_all_parts_refer_to_is_of_the_type_that_they_refer_to() {
    let schema = r##"{
        "title": "Staff",
        "allOf": [{ "$ref": "#/$defs/member" }],
        "properties": { "name": { "$ref": "#/$defs/name", "description": "As the pass says." } },
        "$defs": {
            "member": { "type": "object", "properties": { "name": { "$ref": "#/$defs/name" } } },
            "name": { "type": "string", "minLength": 1 }
        }
    }"##;
    let names: Vec<String> = names(&[schema]).into_values().collect();
    assert_eq!(names, ["Staff", "Member", "Name"]);
}

#[test]
fn an_unrelated_schema_that_takes_a_title_renames_nothing() {
    let (start, end) = ORDER.split_at(ORDER.find(r#""state": {"#).unwrap());
    let longer = format!(r#"{start}"to": {{ "title": "Address", "type": "string", "maxLength": 9 }}, {end}"#);
    let other = r#"{ "title": "Order", "type": "object", "properties": {
        "of": { "title": "Address", "type": "string", "minLength": 1 } } }"#;
    let after = names(&[&longer, other]);
    for (place, name) in names(&[ORDER]) {
        assert_eq!(after[&place], name);
    }
    assert_eq!(after[&(0, "/properties/to".to_owned())], "OrderTo");
    assert_eq!(after[&(1, "/properties/of".to_owned())], "Address");
}

#[test]
fn the_root_has_the_name_that_was_asked_for() {
    let plan = plan(&[ORDER], &Options::default().root_name("State"));
    let names: Vec<&str> = plan.types.iter().map(|ty| ty.name.as_str()).collect();
    assert_eq!(names, ["State2", "State", "Address", "StateSum"]);
}

#[test]
fn numbers_in_names_stay_apart() {
    let plan = plan(&[r#"{ "enum": ["10", "1.0", "-10", "v1.2"] }"#], &Options::default());
    let Shape::Strings(variants) = &plan.types[0].shape else { panic!("{plan:?}") };
    let names: Vec<&str> = variants.iter().map(|variant| variant.name.as_str()).collect();
    assert_eq!(names, ["N10", "N1_0", "Minus10", "V1_2"]);
}

#[test]
fn latin_letters_are_letters() {
    let text =
        r#"{ "title": "Größe", "type": "object", "properties": { "straßen_name": {}, "Änderung": {}, "日本": {} } }"#;
    let plan = plan(&[text], &Options::default());
    let Shape::Struct(object) = &plan.types[0].shape else { panic!("{plan:?}") };
    let fields: Vec<&str> = object.members.iter().map(|member| member.field.as_str()).collect();
    assert_eq!((plan.types[0].name.as_str(), fields), ("Größe", vec!["straßen_name", "änderung", "u65e5_u672c"]));
}

#[test]
fn a_root_that_only_refers_to_a_plain_type_is_a_type_of_its_own() {
    let text = r##"{ "$ref": "#/properties/tag", "properties": { "tag": { "type": "string" } } }"##;
    let draft_7 = text.replacen('{', r#"{ "$schema": "http://json-schema.org/draft-07/schema#", "#, 1);
    let plan = plan(&[&draft_7], &Options::default());
    let root = plan.types.iter().find(|ty| ty.name == "Document0").unwrap();
    assert!(matches!(root.shape, Shape::Newtype(_)), "{root:?}");
}

#[test]
fn a_part_of_a_definition_is_named_after_it_whoever_takes_it_over() {
    let text = r##"{
        "title": "Employee",
        "allOf": [{ "$ref": "#/$defs/Person" }],
        "type": "object",
        "$defs": { "Person": { "type": "object", "properties": { "born": { "type": "string", "minLength": 4 } } } }
    }"##;
    let names: Vec<String> = names(&[text]).into_values().collect();
    assert_eq!(names, ["Employee", "Person", "PersonBorn"]);
}

#[test]
fn a_role_that_repeats_a_title_stays_apart_from_it() {
    let text = r#"{
        "title": "Event",
        "type": "object",
        "properties": { "made": { "title": "Made", "type": "object", "properties": { "made": { "type": "object", "properties": { "by": {} } } } } }
    }"#;
    let names: Vec<String> = names(&[text]).into_values().collect();
    assert_eq!(names, ["Event", "Made", "MadeMade"]);
}

#[test]
fn alternatives_are_named_after_what_tells_them_apart() {
    let text = r#"{
        "title": "Step",
        "oneOf": [
            { "type": "object", "properties": { "run": { "type": "string" } }, "required": ["name", "run"] },
            { "type": "object", "properties": { "uses": { "type": "string" } }, "required": ["name", "uses"] },
            { "type": "string", "format": "uuid" },
            { "const": "skip" },
            { "type": "string", "pattern": "^#" },
            { "type": "null" }
        ]
    }"#;
    let plan = plan(&[text], &Options::default());
    let Shape::Union { variants, .. } = &plan.types[0].shape else { panic!("{plan:?}") };
    let variants: Vec<&str> = variants.iter().map(|variant| variant.name.as_str()).collect();
    assert_eq!(variants, ["Run", "Uses", "Uuid", "Skip", "String", "Null"]);
    assert!(plan.types.iter().any(|ty| ty.name == "StepUses"), "{plan:?}");
}

#[test]
fn the_plural_of_an_acronym_is_one_word() {
    let text = r#"{
        "title": "Users",
        "type": "object",
        "properties": {
            "IDs": {}, "userIDs": {}, "URLsSeen": {}, "APIKeys": {}, "HTTPServer": {}, "gas": {}, "A4s": {}
        }
    }"#;
    let plan = plan(&[text], &Options::default());
    let Some(Shape::Struct(users)) = plan.types.first().map(|ty| &ty.shape) else { panic!("it is a struct") };
    let fields: Vec<&str> = users.members.iter().map(|member| member.field.as_str()).collect();
    assert_eq!(fields, ["ids", "user_ids", "urls_seen", "api_keys", "http_server", "gas", "a4s"]);
}

#[test]
fn alternatives_that_share_a_definition_are_named_after_what_tells_them_apart() {
    let text = r##"{
        "title": "Shape",
        "anyOf": [
            { "allOf": [{ "$ref": "#/$defs/base" }], "properties": { "kind": { "const": "circle" } } },
            { "allOf": [{ "$ref": "#/$defs/base" }], "properties": { "kind": { "const": "square" } } },
            { "$ref": "#/$defs/line" }
        ],
        "$defs": {
            "base": { "type": "object", "required": ["kind"] },
            "line": { "type": "object", "properties": { "kind": { "const": "thin" } }, "required": ["kind"] }
        }
    }"##;
    let names: Vec<String> = names(&[text]).into_values().collect();
    assert_eq!(names, ["Shape", "Base", "Line", "ShapeCircle", "ShapeSquare"]);
}
