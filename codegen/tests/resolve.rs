//! The graph: every draft's keywords in one form, references as edges, annotations apart.

#![cfg(test)]

use codegen::dialect::{Dialect, Draft};
use codegen::load::complete;
use codegen::options::Options;
use codegen::resolve::resolve;
use codegen::schema::{Graph, Keyword, SchemaId, TypeSet};
use codegen::source::Source;
use codegen::support::{Content, Json, Number};

/// The graph of documents that refer to each other as `a.json`, `b.json` and so on.
fn graph_of(texts: &[&str], options: &Options) -> Graph {
    let document = |(letter, text): (char, &&str)| {
        Source::parse(format!("{letter}.json"), format!("file:///{letter}.json"), *text)
    };
    let sources = ('a'..).zip(texts).map(document).collect::<Result<_, _>>().unwrap();
    let (sources, diagnostics) = complete(sources, options);
    assert!(diagnostics.is_empty(), "{diagnostics}");
    let (graph, diagnostics) = resolve(&sources, options);
    assert!(diagnostics.is_empty(), "{diagnostics}");
    graph
}

fn graph(text: &str) -> Graph {
    graph_of(&[text], &Options::default())
}

/// The graph of a document in a draft, the first of whose keywords are asked for.
fn keywords(draft: Draft, text: &str) -> Vec<Keyword> {
    let options = Options::default().default_dialect(Dialect::of(draft));
    let graph = graph_of(&[text], &options);
    root(&graph).to_vec()
}

fn root(graph: &Graph) -> &[Keyword] {
    &graph.get(graph.documents[0].root.unwrap()).keywords
}

/// The schema that `pointer` leads to in the first document.
fn at(graph: &Graph, pointer: &str) -> SchemaId {
    let is_there =
        |id: &usize| graph.subschemas[*id].location.source == 0 && graph.subschemas[*id].location.pointer == pointer;
    SchemaId((0..graph.subschemas.len()).find(is_there).unwrap())
}

fn number(text: &str) -> Number {
    text.parse().unwrap()
}

#[test]
fn booleans_are_schemas() {
    assert_eq!(keywords(Draft::Draft202012, "true"), []);
    assert_eq!(keywords(Draft::Draft202012, "false"), [Keyword::Never]);
}

#[test]
fn keywords_come_in_one_order_and_properties_in_the_authors() {
    let graph = graph(
        r##"{
            "unevaluatedProperties": false, "required": ["z"], "$ref": "#/$defs/z", "minimum": 1.0,
            "type": ["object", "null"],
            "properties": {"z": true, "a": true, "\u006d": true}, "$defs": {"z": {}}
        }"##,
    );
    let named = ["z", "a", "m"].map(|name| (name.to_owned(), at(&graph, &format!("/properties/{name}")))).to_vec();
    let expected = [
        Keyword::Type(TypeSet::OBJECT.union(TypeSet::NULL)),
        Keyword::Minimum(number("1.0")),
        Keyword::Properties { named, patterns: vec![], additional: None },
        Keyword::Required(vec!["z".to_owned()]),
        Keyword::Ref(at(&graph, "/$defs/z")),
        Keyword::UnevaluatedProperties(at(&graph, "/unevaluatedProperties")),
    ];
    assert_eq!(root(&graph), expected);
}

#[test]
fn the_flags_of_draft_4_are_bounds() {
    let text =
        r#"{"minimum": 1, "exclusiveMinimum": true, "maximum": 9, "exclusiveMaximum": false, "type": "integer"}"#;
    let expected = [
        Keyword::Type(TypeSet::INTEGER),
        Keyword::WrittenAsInteger,
        Keyword::ExclusiveMinimum(number("1")),
        Keyword::Maximum(number("9")),
    ];
    assert_eq!(keywords(Draft::Draft4, text), expected);
    let expected = [Keyword::Minimum(number("1")), Keyword::ExclusiveMinimum(number("0"))];
    assert_eq!(keywords(Draft::Draft6, r#"{"minimum": 1, "exclusiveMinimum": 0}"#), expected);
}

#[test]
fn tuples_have_one_form_in_all_drafts() {
    let options = |draft| Options::default().default_dialect(Dialect::of(draft));
    let tuple = |draft, text, first, second, rest| {
        let graph = graph_of(&[text], &options(draft));
        let prefix = vec![at(&graph, first), at(&graph, second)];
        assert_eq!(root(&graph), [Keyword::Items { prefix, rest: Some(at(&graph, rest)) }]);
    };
    let old = r#"{"items": [{"type": "null"}, {}], "additionalItems": {"not": {}}}"#;
    for draft in [Draft::Draft4, Draft::Draft6, Draft::Draft7, Draft::Draft201909] {
        tuple(draft, old, "/items/0", "/items/1", "/additionalItems");
    }
    let new = r#"{"prefixItems": [{"type": "null"}, {}], "items": {"not": {}}}"#;
    tuple(Draft::Draft202012, new, "/prefixItems/0", "/prefixItems/1", "/items");
}

#[test]
fn what_means_nothing_alone_is_left_out() {
    let silent = [
        (Draft::Draft201909, r#"{"additionalItems": false}"#),
        (Draft::Draft201909, r#"{"minContains": 2, "maxContains": 3}"#),
        (Draft::Draft202012, r#"{"then": false, "else": false}"#),
        (Draft::Draft202012, r#"{"uniqueItems": false, "required": [], "properties": {}, "additionalItems": false}"#),
        (Draft::Draft7, r#"{"minContains": 2, "$defs": {"a": false}, "prefixItems": [false]}"#),
        (Draft::Draft4, r#"{"const": 1, "propertyNames": {"maxLength": 1}, "contains": {"not": {}}}"#),
    ];
    for (draft, text) in silent {
        assert_eq!(keywords(draft, text), [], "{text}");
    }
}

#[test]
fn counts_are_counts_however_they_are_written() {
    let expected = [Keyword::MinLength(2), Keyword::MaxLength(u64::MAX), Keyword::MinItems(1000)];
    assert_eq!(keywords(Draft::Draft202012, r#"{"minLength": 2.0, "maxLength": 1e30, "minItems": 1e3}"#), expected);
}

#[test]
fn contains_says_what_its_draft_says() {
    let contains = |draft, text| match &keywords(draft, text)[..] {
        [Keyword::Contains { min, max, evaluates, .. }] => (*min, *max, *evaluates),
        other => panic!("{other:?}"),
    };
    assert_eq!(contains(Draft::Draft6, r#"{"contains": {}, "minContains": 0}"#), (1, None, false));
    assert_eq!(contains(Draft::Draft201909, r#"{"contains": {}, "minContains": 0}"#), (0, None, false));
    assert_eq!(contains(Draft::Draft202012, r#"{"contains": {}, "maxContains": 2}"#), (1, Some(2), true));
}

#[test]
fn dependencies_are_both_of_their_successors() {
    let graph = graph(r#"{"dependencies": {"a": ["b"], "c": {"minProperties": 2}}, "dependentRequired": {"d": []}}"#);
    let required = vec![("d".to_owned(), vec![]), ("a".to_owned(), vec!["b".to_owned()])];
    let schemas = vec![("c".to_owned(), at(&graph, "/dependencies/c"))];
    assert_eq!(root(&graph), [Keyword::DependentRequired(required), Keyword::DependentSchemas(schemas)]);
}

#[test]
fn formats_assert_on_demand_and_only_those_of_the_draft() {
    let format = |draft, format_assertion, name: &str| {
        let options = Options::default().default_dialect(Dialect::of(draft)).format_assertion(format_assertion);
        !root(&graph_of(&[&format!(r#"{{"format": "{name}"}}"#)], &options)).is_empty()
    };
    assert!(format(Draft::Draft202012, true, "date-time"));
    assert!(!format(Draft::Draft202012, false, "date-time"));
    assert!(!format(Draft::Draft202012, true, "colour"));
    assert!(format(Draft::Draft201909, true, "uuid") && !format(Draft::Draft7, true, "uuid"));
}

#[test]
fn content_asserts_on_demand_and_only_in_draft_7() {
    let content = |draft, content_assertion| {
        let options = Options::default().default_dialect(Dialect::of(draft)).content_assertion(content_assertion);
        root(&graph_of(&[r#"{"contentEncoding": "base64"}"#], &options)).to_vec()
    };
    assert_eq!(content(Draft::Draft7, true), [Keyword::Content(Content::Base64)]);
    assert_eq!(content(Draft::Draft7, false), []);
    assert_eq!(content(Draft::Draft201909, true), []);
}

#[test]
fn siblings_of_a_reference_count_since_2019_09() {
    let text = r##"{"$ref": "#/definitions/a", "minLength": 1, "title": "kept for people", "definitions": {"a": {}}}"##;
    for draft in Draft::ALL {
        let graph = graph_of(&[text], &Options::default().default_dialect(Dialect::of(draft)));
        let reference = Keyword::Ref(at(&graph, "/definitions/a"));
        let is_silent = draft <= Draft::Draft7;
        let expected = if is_silent { vec![reference] } else { vec![Keyword::MinLength(1), reference] };
        assert_eq!(root(&graph), expected);
        assert_eq!(graph.subschemas[0].annotations.title.as_deref(), Some("kept for people"));
    }
}

#[test]
fn references_lead_anywhere() {
    let graph = graph_of(
        &[
            r##"{
                "$id": "https://example.com/a",
                "prefixItems": [
                    {"$ref": "#"}, {"$ref": "#/x-shared/per%20cent~1s"}, {"$ref": "#here"},
                    {"$ref": "inner#/items"}, {"$ref": "b.json#/c"}
                ],
                "x-shared": {"per cent/s": {"allOf": [{"$ref": "#here"}]}},
                "$defs": {"one": {"$anchor": "here"}, "two": {"$id": "inner", "items": {"type": "null"}}}
            }"##,
            r#"{"c": {"type": "string"}, "unused": {"type": "null"}}"#,
        ],
        &Options::default(),
    );
    let target = |index: usize| {
        let id = at(&graph, &format!("/prefixItems/{index}"));
        let [Keyword::Ref(target)] = &graph.get(id).keywords[..] else { panic!("{:?}", graph.get(id)) };
        graph.get(*target)
    };
    let locations: Vec<_> = (0..5).map(|index| (&*target(index).location.pointer, &*target(index).uri)).collect();
    let expected = [
        ("", "https://example.com/a#"),
        ("/x-shared/per cent~1s", "https://example.com/a#/x-shared/per%20cent~1s"),
        ("/$defs/one", "https://example.com/a#/$defs/one"),
        ("/$defs/two/items", "https://example.com/inner#/items"),
        ("/c", "file:///b.json#/c"),
    ];
    assert_eq!(locations, expected);
    assert_eq!(target(1).keywords, [Keyword::AllOf(vec![at(&graph, "/x-shared/per cent~1s/allOf/0")])]);
}

#[test]
fn ids_that_draft_4_repeats_hurt_nobody_who_does_not_refer_to_them() {
    let named = |what: &str| format!(r#"{{ "id": "https://example.com/name", "type": "{what}" }}"#);
    let text = format!(r#"{{ "properties": {{ "a": {}, "b": {} }} }}"#, named("string"), named("boolean"));
    let options = Options::default().default_dialect(Dialect::of(Draft::Draft4));
    let graph = graph_of(&[&text], &options);
    assert_eq!(graph.get(at(&graph, "/properties/a")).keywords, [Keyword::Type(TypeSet::STRING)]);
    assert_eq!(graph.get(at(&graph, "/properties/b")).keywords, [Keyword::Type(TypeSet::BOOLEAN)]);
}

#[test]
fn an_id_that_reads_as_a_pointer_is_no_anchor_and_may_repeat() {
    let member = r##"{ "$id": "#/properties/name", "type": "string" }"##;
    let text =
        format!(r##"{{ "properties": {{ "a": {member}, "b": {member}, "c": {{ "$ref": "#/properties/a" }} }} }}"##);
    let options = Options::default().default_dialect(Dialect::of(Draft::Draft7));
    let graph = graph_of(&[&text], &options);
    assert_eq!(graph.get(at(&graph, "/properties/c")).keywords, [Keyword::Ref(at(&graph, "/properties/a"))]);
}

#[test]
fn dynamic_references_know_their_anchor_and_resources_theirs() {
    let text = r##"{
        "$id": "https://example.com/tree", "$dynamicAnchor": "node",
        "prefixItems": [{"$dynamicRef": "#node"}, {"$dynamicRef": "#/$defs/leaf"}, {"$dynamicRef": "#plain"}],
        "$defs": {"leaf": {"$dynamicAnchor": "leaf"}, "plain": {"$anchor": "plain"}}
    }"##;
    let graph = graph(text);
    let keyword = |index: usize| graph.get(at(&graph, &format!("/prefixItems/{index}"))).keywords[0].clone();
    assert_eq!(keyword(0), Keyword::DynamicRef { anchor: "node".to_owned(), fallback: at(&graph, "") });
    assert_eq!(keyword(1), Keyword::Ref(at(&graph, "/$defs/leaf")));
    assert_eq!(keyword(2), Keyword::Ref(at(&graph, "/$defs/plain")));
    let anchors = [("leaf".to_owned(), at(&graph, "/$defs/leaf")), ("node".to_owned(), at(&graph, ""))];
    assert_eq!(graph.resources[0].dynamic_anchors, anchors);
}

#[test]
fn recursive_references_are_dynamic_where_the_root_says_so() {
    let options = Options::default().default_dialect(Dialect::of(Draft::Draft201909));
    let graph = graph_of(&[r##"{"$recursiveAnchor": true, "items": {"$recursiveRef": "#"}}"##], &options);
    let expected = Keyword::DynamicRef { anchor: String::new(), fallback: at(&graph, "") };
    assert_eq!(graph.get(at(&graph, "/items")).keywords, [expected]);
    let graph = graph_of(&[r##"{"items": {"$recursiveRef": "#"}}"##], &options);
    assert_eq!(graph.get(at(&graph, "/items")).keywords, [Keyword::Ref(at(&graph, ""))]);
}

#[test]
fn metaschemas_are_there_without_the_network() {
    for draft in Draft::ALL {
        let graph = graph(&format!(r#"{{"$ref": "{}#"}}"#, draft.uri()));
        assert!(graph.subschemas.len() > 30, "{draft:?}");
        assert!(graph.documents[1..].iter().all(|document| !document.is_requested));
    }
}

#[test]
fn each_document_speaks_its_own_draft() {
    let graph = graph_of(
        &[
            r#"{"prefixItems": [{"$ref": "b.json"}, {"$ref": "c.json"}, {"$ref": "d.json"}]}"#,
            r#"{"$schema": "http://json-schema.org/draft-07/schema#", "$ref": "c.json", "minLength": 1}"#,
            r#"{
                "$schema": "http://json-schema.org/draft-04/schema#", "id": "https://example.com/c",
                "const": 1, "minimum": 0
            }"#,
            r#"{
                "$defs": {"old": {"$id": "old", "$schema": "http://json-schema.org/draft-06/schema#", "if": false}},
                "if": true
            }"#,
        ],
        &Options::default(),
    );
    let keywords = |document: usize| graph.get(graph.documents[document].root.unwrap()).keywords.clone();
    assert!(matches!(keywords(1)[..], [Keyword::Ref(_)]));
    assert_eq!(keywords(2), [Keyword::Minimum(number("0"))]);
    assert!(matches!(keywords(3)[..], [Keyword::If { .. }]));
    let old = graph.documents[3].definitions[0].1;
    assert_eq!(graph.get(old).keywords, []);
    assert_eq!(graph.get(old).annotations.extensions, [("if".to_owned(), Json::Bool(false))]);
}

#[test]
fn a_metaschema_of_ones_own_turns_vocabularies_off() {
    let graph = graph_of(
        &[
            r#"{"$schema": "b.json", "minimum": 5, "properties": {"a": true}, "format": "ipv4"}"#,
            r#"{
                "$schema": "https://json-schema.org/draft/2020-12/schema",
                "$vocabulary": {
                    "https://json-schema.org/draft/2020-12/vocab/core": true,
                    "https://json-schema.org/draft/2020-12/vocab/applicator": true,
                    "https://json-schema.org/draft/2020-12/vocab/format-assertion": true
                }
            }"#,
        ],
        &Options::default().format_assertion(false),
    );
    assert!(matches!(root(&graph), [Keyword::Format(_), Keyword::Properties { .. }]));
    assert_eq!(graph.subschemas[0].annotations.extensions, [("minimum".to_owned(), Json::from(5_u8))]);
}

#[test]
fn annotations_are_kept_apart() {
    let text = r#"{
        "title": "T", "description": "D", "default": null, "examples": [1, "two"], "deprecated": true, "readOnly": true,
        "contentMediaType": "application/json", "$comment": "not kept", "x-sensitive": {"level": 2}
    }"#;
    let graph = graph(text);
    let annotations = &graph.subschemas[0].annotations;
    assert_eq!((annotations.title.as_deref(), annotations.description.as_deref()), (Some("T"), Some("D")));
    assert_eq!((&annotations.default, annotations.examples.len()), (&Some(Json::Null), 2));
    assert!(annotations.is_deprecated && annotations.is_read_only && !annotations.is_write_only);
    assert_eq!(annotations.content_media_type.as_deref(), Some("application/json"));
    let names: Vec<&str> = annotations.extensions.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["x-sensitive"]);
    assert_eq!(root(&graph), []);
}

#[test]
fn definitions_are_those_of_all_resources() {
    let graph = graph(
        r#"{
            "$defs": {"b": {"$id": "b", "$defs": {"inner": {}}}, "a": {"properties": {"x": {"$defs": {"hidden": {}}}}}},
            "definitions": {"old": true}
        }"#,
    );
    let names: Vec<&str> = graph.documents[0].definitions.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["b", "a", "old", "inner"]);
}

#[test]
fn an_openapi_description_names_its_schemas() {
    let text = std::fs::read_to_string("tests/resolve/openapi.json").unwrap();
    let graph = graph(&text);
    let document = &graph.documents[0];
    assert_eq!(document.root, None);
    let named = |(name, id): &(String, SchemaId)| format!("{name} {}", graph.get(*id).location.pointer);
    let named: Vec<String> = document.definitions.iter().map(named).collect();
    let found = named.join("\n") + "\n";
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write("tests/resolve/openapi.txt", &found).unwrap();
    }
    assert_eq!(found, std::fs::read_to_string("tests/resolve/openapi.txt").unwrap());
}

#[test]
fn resolving_twice_gives_the_same_graph() {
    let text = std::fs::read_to_string("tests/resolve/openapi.json").unwrap();
    let (one, other) = (graph(&text), graph(&text));
    assert_eq!(one.subschemas, other.subschemas);
    assert_eq!(one.resources, other.resources);
    assert_eq!(one.documents, other.documents);
}

#[test]
fn depth_needs_no_stack() {
    for (open, close, n) in [(r#"{"not":"#, "}", 2000), (r#"{"properties":{"a":"#, "}}", 1000)] {
        let graph = graph(&format!("{}true{}", open.repeat(n), close.repeat(n)));
        assert_eq!(graph.subschemas.len(), n + 1);
    }
    let deep = format!("{}{}", "[".repeat(4000), "]".repeat(4000));
    let graph = graph(&format!(r#"{{"default": {deep}, "x-deep": {deep}, "examples": {deep}}}"#));
    assert_eq!(graph.subschemas[0].annotations, codegen::schema::Annotations::default());
}
