//! Violations as people read them: where, which keyword, what was expected and what was found.

#![expect(clippy::unwrap_used, reason = "the documents are written here")]

use codegen::support::constant::Constant;
use codegen::support::format::DATE_TIME;
use codegen::support::json::Json;
use codegen::support::number::NumberView;
use codegen::support::read;
use codegen::support::schema::{Keyword, Pattern, Resource, Schema, Types};
use codegen::support::validate::violations;
use codegen::support::violation::{Error, Violation, diagnose};

static RESOURCE: Resource = Resource { uri: "https://example.org/s", dynamic_anchors: &[] };

macro_rules! schema {
    ($name:ident: $($keyword:expr),*) => { schema!($name at "": $($keyword),*); };
    ($name:ident at $pointer:literal: $($keyword:expr),*) => {
        static $name: Schema = Schema {
            location: concat!("https://example.org/s#", $pointer),
            resource: &RESOURCE,
            keywords: &[$($keyword),*],
        };
    };
}

schema!(FALSE at "/additionalProperties": Keyword::Never);
schema!(STRING: Keyword::Type(Types::STRING));
schema!(ANYTHING:);
schema!(NULL: Keyword::Type(Types::NULL));

/// What a schema says about a text, one line for each violation.
fn report(schema: &'static Schema, text: &str) -> Vec<String> {
    let failure = read::from_str::<u8>("\"\"").unwrap_err();
    diagnose(text, schema, &failure).violations().iter().map(ToString::to_string).collect()
}

#[test]
fn every_violation_is_found_and_located() {
    fn is_version(text: &str) -> bool {
        text.starts_with("1.")
    }
    schema!(VERSION at "/$defs/version": Keyword::Pattern(Pattern { source: r"^1\.", matches: is_version }));
    schema!(TIME at "/$defs/time": Keyword::Format(&DATE_TIME));
    schema!(CANDIDATE at "/$defs/candidate": Keyword::Type(Types::OBJECT), Keyword::Required(&["at", "id"]),
        Keyword::Properties { named: &[("at", &TIME), ("version", &VERSION)], patterns: &[], additional: Some(&FALSE) });
    schema!(LIST: Keyword::Items { prefix: &[], rest: Some(&CANDIDATE) });
    let text = "[\n  {\"version\": \"2\", \"at\": \"now\"},\n  {\"at\": \"2026-01-31T12:00:00Z\", \"id\": 1, \"ü/~\": [1,\n2]}, 7\n]";
    assert_eq!(
        report(&LIST, text),
        [
            r#"/0 (line 2, column 3): required: expected the member `id`, found {"at":"now","version":"2"}"#,
            r#"/0/version (line 2, column 15): pattern: expected a string that matches ^1\., found "2""#,
            r#"/0/at (line 2, column 26): format: expected an RFC 3339 date-time such as 2026-01-31T12:00:00Z, found "now""#,
            "/1/id (line 3, column 34): additionalProperties: expected no member `id` (known: `at` and `version`), found 1",
            "/1/ü~1~0 (line 3, column 43): additionalProperties: expected no member `ü/~` (known: `at` and `version`), found [1,2]",
            "/2 (line 4, column 6): type: expected an object, found 7",
        ]
    );
}

#[test]
fn locations_are_those_of_the_keyword() {
    schema!(MEMBER at "/properties/a": Keyword::Minimum(NumberView::Unsigned(3)));
    static MEMBERS: Schema = Schema {
        location: "https://example.org/s#",
        resource: &RESOURCE,
        keywords: &[Keyword::Properties { named: &[("a", &MEMBER)], patterns: &[], additional: Some(&FALSE) }],
    };
    let instance: Json = read::from_str(r#"{"a":1,"b":2}"#).unwrap();
    let found = violations(&MEMBERS, &instance);
    let locations: Vec<_> = found.iter().map(Violation::schema_location).collect();
    assert_eq!(
        locations,
        ["https://example.org/s#/properties/a/minimum", "https://example.org/s#/additionalProperties"]
    );
    assert!(found.iter().all(|violation| violation.line().is_none() && violation.column().is_none()));
}

#[test]
fn assertions_say_what_they_want() {
    schema!(ALL:
        Keyword::Type(Types::STRING.union(Types::NULL).union(Types::INTEGER)),
        Keyword::Enum(&[Constant::String("a"), Constant::Null, Constant::Array(&[])]),
        Keyword::MinItems(1), Keyword::UniqueItems, Keyword::MaxLength(1),
        Keyword::ExclusiveMinimum(NumberView::Float(1.5)), Keyword::MultipleOf(NumberView::Unsigned(2)),
        Keyword::DependentRequired(&[("a", &["b", "c"])]));
    let expected = |text: &str| -> Vec<String> {
        let instance: Json = read::from_str(text).unwrap();
        violations(&ALL, &instance).iter().map(|violation| violation.expected().to_owned()).collect()
    };
    let types = "null, an integer or a string";
    let values = "\"a\", null or []";
    assert_eq!(expected("[]"), [types, "at least 1 item"]);
    assert_eq!(expected("[1,2,1]"), [types, values, "items that are all different"]);
    assert_eq!(expected("1"), [values, "more than 1.5", "a multiple of 2"]);
    assert_eq!(expected("\"ab\""), [values, "at most 1 character"]);
    assert_eq!(expected(r#"{"a":1,"b":1}"#), [types, values, "the member `c`, because `a` is present"]);
    assert_eq!(
        report(&ALL, "[1,2,1]").last().unwrap(),
        "(root) (line 1, column 1): uniqueItems: expected items that are all different, found 1 at both 0 and 2"
    );
}

#[test]
fn names_of_members_are_located_at_the_name() {
    schema!(SHORT at "/propertyNames": Keyword::MaxLength(2));
    schema!(NAMES: Keyword::PropertyNames(&SHORT));
    assert_eq!(
        report(&NAMES, r#"{"ab": 1, "abc": 2}"#),
        [
            r#"(root) (line 1, column 11): propertyNames: expected names of members to be at most 2 characters, found "abc""#
        ]
    );
}

#[test]
fn applicators_that_cannot_descend_describe_their_schema() {
    schema!(NOT: Keyword::Not(&STRING));
    schema!(TWO: Keyword::Contains { schema: &STRING, min: 2, max: Some(3), evaluates: true });
    schema!(BOTH: Keyword::OneOf(&[&STRING, &STRING, &NULL]));
    schema!(THEN_NEVER: Keyword::If { condition: &STRING, then: Some(&FALSE), otherwise: None });
    assert_eq!(report(&NOT, "\"\""), [r#"(root) (line 1, column 1): not: expected anything but a string, found """#]);
    assert_eq!(
        report(&TWO, "[\"\"]"),
        [r#"(root) (line 1, column 1): minContains: expected at least 2 items that are each a string, found [""]"#]
    );
    assert_eq!(
        report(&BOTH, "\"\""),
        [
            r#"(root) (line 1, column 1): oneOf: expected a value that is valid against exactly one of 3 schemas, not 2, found """#
        ]
    );
    assert_eq!(
        report(&THEN_NEVER, "\"\""),
        [r#"(root) (line 1, column 1): then: expected nothing, because the schema is `false`, found """#]
    );
}

schema!(CAT_KIND: Keyword::Const(Constant::String("cat")));
schema!(DOG_KIND: Keyword::Enum(&[Constant::String("dog"), Constant::String("wolf")]));

#[test]
fn a_tag_decides_which_branch_is_reported() {
    schema!(DOG: Keyword::Ref(&DOG_TARGET));
    schema!(DOG_TARGET: Keyword::Properties { named: &[("age", &NULL), ("kind", &DOG_KIND)], patterns: &[], additional: None }, Keyword::Required(&["kind"]));
    schema!(PET: Keyword::OneOf(&[&NULL, &CAT_REF, &DOG]));
    schema!(CAT_REF: Keyword::AllOf(&[&CAT_TARGET]));
    schema!(CAT_TARGET: Keyword::Type(Types::OBJECT), Keyword::Required(&["kind", "name"]),
        Keyword::Properties { named: &[("kind", &CAT_KIND)], patterns: &[], additional: None });
    let found = |text| report(&PET, text);
    assert_eq!(found(r#"{"kind": "wolf", "age": 3}"#), ["/age (line 1, column 25): type: expected null, found 3"]);
    assert_eq!(
        found(r#"{"kind": "cat"}"#),
        [r#"(root) (line 1, column 1): required: expected the member `name`, found {"kind":"cat"}"#]
    );
    assert_eq!(
        found(r#"{"kind": "cow"}"#),
        [r#"(root) (line 1, column 1): oneOf: expected the member `kind` to be "cat", "dog" or "wolf", found "cow""#]
    );
    assert_eq!(
        found("{}"),
        [r#"(root) (line 1, column 1): oneOf: expected the member `kind` to be "cat", "dog" or "wolf", found {}"#]
    );
}

#[test]
fn members_that_are_there_decide_which_branch_is_reported() {
    schema!(NAMED: Keyword::Required(&["name"]), Keyword::Properties { named: &[("size", &NULL)], patterns: &[], additional: None });
    schema!(SIZED: Keyword::Required(&["size"]), Keyword::Properties { named: &[("size", &STRING)], patterns: &[], additional: None });
    schema!(EITHER: Keyword::AnyOf(&[&NAMED, &SIZED]));
    assert_eq!(report(&EITHER, r#"{"size": 1}"#), ["/size (line 1, column 10): type: expected a string, found 1"]);
    assert_eq!(
        report(&EITHER, r#"{"name": 1, "size": 1}"#),
        [
            r#"(root) (line 1, column 1): anyOf: expected a value that is valid against one of 2 schemas, found {"name":1,"size":1}"#
        ]
    );
}

#[test]
fn a_type_decides_which_branch_is_reported() {
    schema!(ITEMS: Keyword::Type(Types::ARRAY), Keyword::Items { prefix: &[], rest: Some(&STRING) });
    schema!(EITHER: Keyword::AnyOf(&[&STRING, &NULL, &ITEMS]));
    assert_eq!(report(&EITHER, "[1]"), ["/0 (line 1, column 2): type: expected a string, found 1"]);
    assert_eq!(
        report(&EITHER, "1"),
        ["(root) (line 1, column 1): anyOf: expected a string, null or an array, found 1"]
    );
}

#[test]
fn what_failed_branches_saw_is_not_reported_twice() {
    schema!(A at "/a": Keyword::Required(&["a"]));
    schema!(B at "/b": Keyword::Required(&["b"]));
    schema!(ONE_OF_THEM: Keyword::AnyOf(&[&A, &B]), Keyword::UnevaluatedProperties(&FALSE));
    assert_eq!(
        report(&ONE_OF_THEM, r#"{"c": 1}"#),
        [r#"(root) (line 1, column 1): anyOf: expected the member `a` or the member `b`, found {"c":1}"#]
    );
}

#[test]
fn long_values_are_cut() {
    let text = format!("[{}]", "1,".repeat(200) + "1");
    let instance: Json = read::from_str(&text).unwrap();
    let [violation] = violations(&STRING, &instance).try_into().unwrap();
    assert_eq!(violation.found().chars().count(), 81);
    assert!(violation.found().ends_with("1,1…"));
}

#[test]
fn texts_that_are_no_json() {
    assert_eq!(
        report(&STRING, "{\"a\": [1,\n tru]}"),
        ["/a/1 (line 2, column 2): syntax: expected a value, found tru]}"]
    );
    assert_eq!(
        report(&STRING, "[1"),
        ["(root) (line 1, column 3): syntax: expected `,` or `]`, found the end of the text"]
    );
    assert_eq!(
        report(&STRING, r#"{"a": {"b": 1, "b": 2}}"#),
        [r#"/a/b (line 1, column 16): repeated-member: expected each member once (RFC 7493), found "b": 2}}"#]
    );
    let deep = "[".repeat(200);
    assert_eq!(diagnose(&deep, &STRING, &read::from_str::<Json>(&deep).unwrap_err()).keyword(), "depth");
}

#[test]
fn input_that_is_no_utf8() {
    let input = [br#"{"a": ""#.as_slice(), &[0xff], br#""}"#].concat();
    let error = Error::utf8(&input, std::str::from_utf8(&input).unwrap_err());
    assert_eq!(error.to_string(), "/a (line 1, column 8): syntax: expected UTF-8, found the byte 0xff");
}

#[test]
fn a_type_that_disagrees_with_its_schema_is_not_silent() {
    let failure = read::from_str::<Vec<u8>>("[null]").unwrap_err();
    let error = diagnose("[null]", &ANYTHING, &failure);
    assert_eq!(
        (error.keyword(), error.expected()),
        ("internal", "a value that the generated type accepts, as its schema does")
    );
    assert!(error.line().is_some() && error.found().starts_with("a value that the type does not accept"));
}

#[test]
fn errors_are_small_and_never_empty() {
    assert_eq!(size_of::<Error>(), size_of::<usize>());
    assert_eq!(Error::new(Vec::new()).keyword(), "internal");
    let error = Error::of(&NULL, &vec![1, 2]);
    assert_eq!((error.pointer(), error.keyword(), error.expected(), error.found()), ("", "type", "null", "[1,2]"));
    assert_eq!((error.line(), error.column(), error.violations().len()), (None, None, 1));
}

#[test]
fn the_first_of_several_violations_is_shown() {
    schema!(LIST: Keyword::Items { prefix: &[], rest: Some(&STRING) });
    let error = Error::of(&LIST, &vec![1, 2, 3]);
    assert_eq!(error.to_string(), "/0: type: expected a string, found 1 (and 2 more)");
    let moved = error.under("a/b");
    assert_eq!(moved.iter().map(Violation::pointer).collect::<Vec<_>>(), ["/a~1b/0", "/a~1b/1", "/a~1b/2"]);
}
