//! Validation: each keyword's verdict, and that a verdict and the list of violations never disagree.

#![expect(clippy::unwrap_used, reason = "the documents are written here")]

use codegen::support::constant::Constant;
use codegen::support::json::Json;
use codegen::support::number::NumberView;
use codegen::support::read;
use codegen::support::schema::{Keyword, Pattern, Resource, Schema, Types};
use codegen::support::validate::{is_valid, violations};
use codegen::support::violation::Violation;

static RESOURCE: Resource = Resource { uri: "https://example.org/s", dynamic_anchors: &[] };

macro_rules! schema {
    ($name:ident: $($keyword:expr),*) => {
        static $name: Schema =
            Schema { location: "https://example.org/s#", resource: &RESOURCE, keywords: &[$($keyword),*] };
    };
}

/// Whether a schema accepts a document, asked both ways.
#[track_caller]
fn accepts(schema: &'static Schema, text: &str) -> bool {
    let instance: Json = read::from_str(text).unwrap();
    let verdict = is_valid(schema, &instance);
    assert_eq!(verdict, violations(schema, &instance).is_empty(), "verdict and violations disagree about {text}");
    verdict
}

#[track_caller]
fn check(schema: &'static Schema, valid: &[&str], invalid: &[&str]) {
    for text in valid {
        assert!(accepts(schema, text), "{text} should be valid");
    }
    for text in invalid {
        assert!(!accepts(schema, text), "{text} should be invalid");
    }
}

schema!(TRUE:);
schema!(FALSE: Keyword::Never);
schema!(STRING: Keyword::Type(Types::STRING));
schema!(INTEGER: Keyword::Type(Types::INTEGER));
schema!(NULLABLE: Keyword::Type(Types::NUMBER.union(Types::NULL)));
schema!(ONE: Keyword::Const(Constant::Number(NumberView::Unsigned(1))));
schema!(LETTER_A: Keyword::Const(Constant::String("a")));

#[test]
fn boolean_schemas() {
    check(&TRUE, &["null", "{}"], &[]);
    check(&FALSE, &[], &["null", "{}"]);
}

#[test]
fn types() {
    check(&INTEGER, &["1", "1.0", "1e2", "123456789012345678901234567890"], &["1.5", "\"1\"", "true"]);
    check(&NULLABLE, &["null", "1.5", "1"], &["false", "[]", "{}"]);
}

#[test]
fn constants_are_compared_by_value() {
    const NESTED: Constant =
        Constant::Object(&[("b", Constant::Array(&[Constant::Bool(true), Constant::Null])), ("a", Constant::Null)]);
    schema!(CHOICE: Keyword::Enum(&[NESTED, Constant::Number(NumberView::Float(0.5))]));
    check(&CHOICE, &[r#"{"a":null,"b":[true,null]}"#, "5e-1"], &[r#"{"a":null,"b":[null,true]}"#, "0.51", "{}"]);
    check(&ONE, &["1", "1.0"], &["true", "2"]);
}

#[test]
fn numbers() {
    schema!(RANGE: Keyword::Minimum(NumberView::Negative(-2)), Keyword::ExclusiveMaximum(NumberView::Float(2.5)));
    schema!(OPEN: Keyword::ExclusiveMinimum(NumberView::Unsigned(0)), Keyword::Maximum(NumberView::Unsigned(1)));
    schema!(CENTS: Keyword::MultipleOf(NumberView::Float(0.01)));
    check(&RANGE, &["-2", "2.4999999999999999999", "\"x\""], &["-2.0000000000000000001", "2.5", "1e400"]);
    check(&OPEN, &["1", "1e-400"], &["0", "-0", "1.0000000000000000000000001"]);
    check(&CENTS, &["0.07", "19.99", "null"], &["0.075"]);
}

#[test]
fn strings_are_measured_in_characters() {
    fn has_digit(text: &str) -> bool {
        text.contains(|character: char| character.is_ascii_digit())
    }
    schema!(SHORT: Keyword::MinLength(2), Keyword::MaxLength(3));
    schema!(UNBOUNDED: Keyword::MaxLength(u64::MAX));
    schema!(DIGIT: Keyword::Pattern(Pattern { source: "[0-9]", matches: has_digit }));
    check(&SHORT, &["\"ab\"", "\"äöü\"", "\"💩💩\"", "5"], &["\"a\"", "\"💩\"", "\"abcd\""]);
    check(&UNBOUNDED, &["\"abc\""], &[]);
    check(&DIGIT, &["\"a1\"", "1"], &["\"a\""]);
}

#[test]
fn arrays() {
    schema!(PAIR: Keyword::Items { prefix: &[&STRING, &INTEGER], rest: Some(&FALSE) });
    schema!(COUNTED: Keyword::MinItems(1), Keyword::MaxItems(2));
    schema!(SOME: Keyword::Contains { schema: &ONE, min: 1, max: Some(2), evaluates: true });
    schema!(NONE_NEEDED: Keyword::Contains { schema: &ONE, min: 0, max: None, evaluates: true });
    check(&PAIR, &["[]", "[\"a\"]", "[\"a\",1]", "{}"], &["[1]", "[\"a\",1,1]"]);
    check(&COUNTED, &["[1]", "[1,1]"], &["[]", "[1,1,1]"]);
    check(&SOME, &["[1]", "[2,1,1.0]", "null"], &["[]", "[2]", "[1,1,1]"]);
    check(&NONE_NEEDED, &["[]"], &[]);
}

#[test]
fn unique_items_of_short_and_long_arrays() {
    schema!(UNIQUE: Keyword::UniqueItems);
    let long = |last: &str| {
        let items: Vec<String> = (0..40).map(|n| format!("{{\"a\":[{n},true],\"b\":{n}}}")).collect();
        format!("[{},1,true,\"1\",null,{last}]", items.join(","))
    };
    check(&UNIQUE, &["[1,true,\"1\"]", "[[1],[true]]", &long("{\"a\":[7],\"b\":7}")], &["[1,1.0]"]);
    check(&UNIQUE, &[], &[r#"[{"a":1,"b":2},{"b":2,"a":1}]"#, &long("{\"b\":7.0,\"a\":[7,true]}"), &long("1e0")]);
}

#[test]
fn members() {
    fn is_extension(name: &str) -> bool {
        name.starts_with("x-")
    }
    schema!(CLOSED: Keyword::Properties {
        named: &[("a", &STRING), ("x-b", &TRUE)],
        patterns: &[(Pattern { source: "^x-", matches: is_extension }, &INTEGER)],
        additional: Some(&FALSE),
    });
    schema!(MAP: Keyword::Properties { named: &[], patterns: &[], additional: Some(&INTEGER) });
    schema!(OPEN: Keyword::Properties { named: &[("a", &STRING)], patterns: &[], additional: None });
    check(&CLOSED, &["{}", r#"{"a":"","x-b":1,"x-c":2}"#, "[]"], &[r#"{"a":1}"#, r#"{"x-b":""}"#, r#"{"b":1}"#]);
    check(&MAP, &[r#"{"a":1}"#], &[r#"{"a":""}"#]);
    check(&OPEN, &[r#"{"b":1}"#, r#"{"a":""}"#], &[r#"{"a":1,"b":1}"#]);
}

#[test]
fn assertions_on_objects() {
    schema!(SHORT: Keyword::MaxLength(2));
    schema!(NAMES: Keyword::PropertyNames(&SHORT));
    schema!(COUNTED: Keyword::MinProperties(1), Keyword::MaxProperties(2));
    schema!(NEEDED: Keyword::Required(&["a", "b"]));
    schema!(DEPENDENT: Keyword::DependentRequired(&[("a", &["b"])]), Keyword::DependentSchemas(&[("c", &NEEDED)]));
    check(&NAMES, &["{}", r#"{"ab":1}"#], &[r#"{"ab":1,"abc":1}"#]);
    check(&COUNTED, &[r#"{"a":1}"#], &["{}", r#"{"a":1,"b":2,"c":3}"#]);
    check(&NEEDED, &[r#"{"a":null,"b":1}"#], &[r#"{"a":1}"#]);
    check(&DEPENDENT, &["{}", r#"{"b":1}"#, r#"{"a":1,"b":1,"c":1}"#], &[r#"{"a":1}"#, r#"{"c":1}"#]);
}

#[test]
fn combinations() {
    schema!(BOTH: Keyword::AllOf(&[&INTEGER, &ONE]));
    schema!(EITHER: Keyword::AnyOf(&[&STRING, &INTEGER]));
    schema!(EXACTLY: Keyword::OneOf(&[&STRING, &LETTER_A, &ONE]));
    schema!(NEITHER: Keyword::Not(&EITHER));
    schema!(CONDITIONAL: Keyword::If { condition: &STRING, then: Some(&LETTER_A), otherwise: Some(&ONE) });
    check(&BOTH, &["1"], &["2"]);
    check(&EITHER, &["1", "\"\""], &["1.5"]);
    check(&EXACTLY, &["\"b\"", "1"], &["\"a\"", "2"]);
    check(&NEITHER, &["null"], &["1"]);
    check(&CONDITIONAL, &["\"a\"", "1"], &["\"b\"", "2"]);
}

#[test]
fn unevaluated_members_are_those_that_no_successful_schema_saw() {
    schema!(HAS_A: Keyword::Properties { named: &[("a", &STRING)], patterns: &[], additional: None }, Keyword::Required(&["a"]));
    schema!(HAS_B: Keyword::Properties { named: &[("b", &STRING)], patterns: &[], additional: None }, Keyword::Required(&["b"]));
    schema!(ANY: Keyword::AnyOf(&[&HAS_A, &HAS_B]), Keyword::UnevaluatedProperties(&FALSE));
    schema!(IF_A: Keyword::If { condition: &HAS_A, then: None, otherwise: None }, Keyword::UnevaluatedProperties(&INTEGER));
    schema!(NESTED: Keyword::AllOf(&[&IF_A]), Keyword::UnevaluatedProperties(&FALSE));
    schema!(COUSINS: Keyword::AllOf(&[&HAS_A, &ANY]));
    check(&ANY, &[r#"{"a":""}"#, r#"{"a":"","b":""}"#, "1"], &[r#"{"a":"","b":1}"#, r#"{"a":"","c":""}"#]);
    check(&IF_A, &[r#"{"a":"","c":1}"#, r#"{"c":1}"#], &[r#"{"a":"","c":""}"#, r#"{"a":true}"#]);
    check(&NESTED, &[r#"{"a":"","c":1}"#], &[r#"{"c":""}"#]);
    check(&COUSINS, &[r#"{"a":"","b":""}"#], &[r#"{"a":"","b":1}"#]);
}

#[test]
fn unevaluated_items() {
    schema!(FIRST: Keyword::Items { prefix: &[&STRING], rest: None });
    schema!(ONES: Keyword::Contains { schema: &ONE, min: 1, max: None, evaluates: true });
    schema!(OLD_ONES: Keyword::Contains { schema: &ONE, min: 1, max: None, evaluates: false });
    schema!(NEW: Keyword::AllOf(&[&FIRST, &ONES]), Keyword::UnevaluatedItems(&FALSE));
    schema!(OLD: Keyword::AllOf(&[&FIRST, &OLD_ONES]), Keyword::UnevaluatedItems(&FALSE));
    check(&NEW, &["[\"a\",1,1]"], &["[\"a\",1,2]", "[\"a\"]"]);
    check(&OLD, &[], &["[\"a\",1]"]);
    let many = |last| format!("[\"a\"{},{last}]", ",1".repeat(200));
    check(&NEW, &[&many("1")], &[&many("2")]);
}

#[test]
fn dynamic_references_ask_the_outermost_resource() {
    static TREE_RESOURCE: Resource = Resource { uri: "https://example.org/tree", dynamic_anchors: &[("node", &TREE)] };
    static STRICT_RESOURCE: Resource =
        Resource { uri: "https://example.org/strict", dynamic_anchors: &[("node", &STRICT)] };
    static NODE: Schema = Schema {
        location: "https://example.org/tree#/properties/children/items",
        resource: &TREE_RESOURCE,
        keywords: &[Keyword::DynamicRef { anchor: "node", fallback: &TREE }],
    };
    static CHILDREN: Schema = Schema {
        location: "https://example.org/tree#/properties/children",
        resource: &TREE_RESOURCE,
        keywords: &[Keyword::Items { prefix: &[], rest: Some(&NODE) }],
    };
    static TREE: Schema = Schema {
        location: "https://example.org/tree#",
        resource: &TREE_RESOURCE,
        keywords: &[
            Keyword::Type(Types::OBJECT),
            Keyword::Properties { named: &[("children", &CHILDREN), ("data", &TRUE)], patterns: &[], additional: None },
        ],
    };
    static STRICT: Schema = Schema {
        location: "https://example.org/strict#",
        resource: &STRICT_RESOURCE,
        keywords: &[Keyword::Ref(&TREE), Keyword::UnevaluatedProperties(&FALSE)],
    };
    let misspelled = r#"{"children":[{"daat":1}]}"#;
    check(&TREE, &[misspelled], &[r#"{"children":[1]}"#]);
    check(&STRICT, &[r#"{"children":[{"data":1}]}"#], &[misspelled]);
}

#[test]
fn endless_nesting_is_refused_and_not_followed() {
    schema!(ITSELF: Keyword::Ref(&ITSELF));
    schema!(NOT_ITSELF: Keyword::Not(&NOT_ITSELF));
    schema!(LISTS: Keyword::Items { prefix: &[], rest: Some(&LISTS) });
    let deep = (0..2000).fold(Json::Null, |inner, _| Json::Array(vec![inner]));
    for (schema, instance) in [(&ITSELF, &Json::Null), (&NOT_ITSELF, &Json::Null), (&LISTS, &deep)] {
        assert!(!is_valid(schema, instance));
        let found = violations(schema, instance);
        assert_eq!(found.iter().map(Violation::keyword).collect::<Vec<_>>(), ["depth"]);
    }
}
