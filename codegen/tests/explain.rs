//! What `explain` promises of the repository's own schemas: every type is typed, and has a Rust form and a place.

#![cfg(test)]

use std::path::Path;

use codegen::Options;
use codegen::explain::{Forms, Kept, Tiers, explain};
use codegen::lower::lower;
use codegen::plan::TypeId;
use codegen::resolve::resolve;
use codegen::source::Source;

#[test]
fn every_type_of_the_contracts_is_typed() {
    let schemas = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("schemas");
    let planned = codegen::plan(&[schemas], &Options::default()).unwrap();
    let tiers = Tiers::of(&planned.plan);
    assert_eq!((tiers.checked, tiers.opaque), (0, 0), "{tiers}");
    assert_eq!(tiers.typed, planned.plan.types.len());

    let forms = Forms::of(&planned.plan).unwrap();
    for id in (0..planned.plan.types.len()).map(TypeId) {
        let explanation = explain(&planned.plan, &planned.sources, id).unwrap();
        assert!(forms.text(id).contains(&explanation.name), "{}", explanation.name);
        assert_ne!(explanation.place.file, "", "{}", explanation.name);
        assert!(explanation.keywords.iter().all(|row| row.kept != Kept::OnJson), "{}", explanation.name);
    }
}

#[test]
fn alternatives_beside_a_boolean_are_judged_on_it() {
    let text = r#"{"type": "boolean", "anyOf": [{"type": "object"}, {"type": "array"}]}"#;
    let sources = [Source::parse("root.json", "file:///root.json", text).unwrap()];
    let (graph, _) = resolve(&sources, &Options::default());
    let plan = lower(graph, &sources, &Options::default());
    let explanation = explain(&plan, &sources, TypeId(0)).unwrap();
    let row = explanation.keywords.iter().find(|row| row.keyword == "anyOf").unwrap();
    assert_eq!(row.kept, Kept::OnTypedValue);
}
