//! Realistic edits of the contracts, one by one: each takes the expected bump, in the expected direction, and is proved
//! by a document that one version accepts and the other refuses.

#![cfg(test)]
#![cfg(feature = "compat")]

use std::fs;
use std::path::Path;

use codegen::compat::{Bump, Change, Comparison, CompatOptions, Direction, compare};
use codegen::judge::Judge;
use codegen::load::Text;
use codegen::{Options, Planned};
use serde_json::{Value, json};

/// The contracts, by file name.
struct Contracts {
    documents: Vec<(String, Value)>,
}

impl Contracts {
    fn own() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("schemas");
        let read = |name: &str| {
            let text = fs::read_to_string(folder.join(name)).unwrap();
            (name.to_owned(), serde_json::from_str(&text).unwrap())
        };
        Self { documents: ["ml_api.json", "ml_events.json", "ml_schemas.json"].map(read).to_vec() }
    }

    fn definition(&mut self, name: &str) -> &mut Value {
        let found = self.documents.iter_mut().find_map(|(_, document)| {
            let place = format!("/$defs/{name}");
            let component = format!("/components/schemas/{name}");
            let place = if document.pointer(&place).is_some() { place } else { component };
            document.pointer_mut(&place)
        });
        found.unwrap()
    }

    fn planned(&self, revision: &str) -> Planned {
        let text = |(name, document): &(String, Value)| Text {
            name: format!("{revision}:{name}"),
            path: name.clone(),
            text: serde_json::to_string_pretty(document).unwrap(),
        };
        let texts: Vec<Text> = self.documents.iter().map(text).collect();
        codegen::plan_texts(&texts, &Options::default()).unwrap()
    }
}

/// What an edit must come out as: the rule, bump and direction of the change that matters, and its definition.
struct Expected {
    rule: &'static str,
    bump: Bump,
    direction: Option<Direction>,
    definition: &'static str,
}

fn check(edit: impl FnOnce(&mut Contracts), expected: &Expected) -> Comparison {
    let mut contracts = Contracts::own();
    let old = contracts.planned("old");
    edit(&mut contracts);
    let new = contracts.planned("new");
    let comparison = compare(&old, &new, &CompatOptions::default()).unwrap();
    println!("{:#}", comparison.to_value());
    assert_eq!(comparison.undecided, [], "nothing may be undecided");
    let is_it = |change: &&Change| change.rule == expected.rule && change.definition == expected.definition;
    let found = comparison.changes.iter().find(is_it);
    let found = found.unwrap_or_else(|| panic!("no {} of {}", expected.rule, expected.definition));
    assert_eq!((found.bump, found.direction), (expected.bump, expected.direction), "{found:#?}");
    assert_eq!(comparison.bump(), expected.bump, "{:#?}", comparison.changes);
    comparison.changes.iter().for_each(|change| verify(change, &old, &new));
    comparison
}

/// Has both versions judge the document of a change.
fn verify(change: &Change, old: &Planned, new: &Planned) {
    let Some(direction) = change.direction else { return };
    let document = change.document.as_ref().unwrap_or_else(|| panic!("no document proves {change:#?}"));
    let verdicts = [old, new].map(|planned| judge(planned, &change.definition, document));
    assert_eq!(verdicts, [direction == Direction::Lost, direction == Direction::Gained], "{change:#?}");
}

fn judge(planned: &Planned, definition: &str, document: &Value) -> bool {
    let graph = &planned.plan.graph;
    let definitions = graph.documents.iter().flat_map(|document| &document.definitions);
    let named = definitions.into_iter().find(|(name, _)| name == definition).map(|(_, id)| *id);
    let titled = graph.documents.iter().filter_map(|document| document.root);
    let id =
        named.or_else(|| titled.into_iter().find(|id| graph.get(*id).annotations.title.as_deref() == Some(definition)));
    let validator =
        Judge::new(&planned.sources, &Options::default()).unwrap().validator(&graph.get(id.unwrap()).uri).unwrap();
    validator.is_valid(document)
}

fn member<'v>(definition: &'v mut Value, name: &str) -> &'v mut Value {
    &mut definition["properties"][name]
}

fn lost(rule: &'static str, bump: Bump, definition: &'static str) -> Expected {
    Expected { rule, bump, direction: Some(Direction::Lost), definition }
}

fn gained(rule: &'static str, bump: Bump, definition: &'static str) -> Expected {
    Expected { rule, bump, direction: Some(Direction::Gained), definition }
}

#[test]
fn an_optional_member_is_added() {
    let edit = |contracts: &mut Contracts| {
        *member(contracts.definition("Insight"), "reviewer") = json!({"$ref": "#/$defs/UID"});
    };
    check(edit, &lost("member-added", Bump::Patch, "Insight"));
}

#[test]
fn a_required_member_is_added() {
    let edit = |contracts: &mut Contracts| {
        let insight = contracts.definition("Insight");
        *member(insight, "reviewer") = json!({"$ref": "#/$defs/UID"});
        insight["required"].as_array_mut().unwrap().push(json!("reviewer"));
    };
    check(edit, &lost("required-added", Bump::Minor, "Insight"));
}

#[test]
fn an_optional_member_becomes_required() {
    let edit = |contracts: &mut Contracts| {
        contracts.definition("Experience")["required"].as_array_mut().unwrap().push(json!("ground_truth_lag_s"));
    };
    check(edit, &lost("required-added", Bump::Minor, "Experience"));
}

#[test]
fn a_required_member_becomes_optional() {
    let edit = |contracts: &mut Contracts| {
        contracts.definition("Insight")["required"].as_array_mut().unwrap().retain(|name| name != "confidence");
    };
    check(edit, &gained("required-removed", Bump::Minor, "Insight"));
}

#[test]
fn an_enum_is_widened() {
    let edit = |contracts: &mut Contracts| {
        contracts.definition("InsightType")["enum"].as_array_mut().unwrap().push(json!("latency"));
    };
    check(edit, &gained("value-added", Bump::Minor, "InsightType"));
}

#[test]
fn an_enum_is_narrowed() {
    let edit = |contracts: &mut Contracts| {
        contracts.definition("Environment")["enum"].as_array_mut().unwrap().retain(|value| value != "staging");
    };
    check(edit, &lost("value-removed", Bump::Major, "Environment"));
}

#[test]
fn a_pattern_takes_fewer_texts() {
    let edit = |contracts: &mut Contracts| {
        contracts.definition("UID")["pattern"] = json!("^[a-z][a-z0-9_-]{4,32}$");
    };
    check(edit, &lost("text-narrowed", Bump::Minor, "UID"));
}

#[test]
fn a_pattern_takes_more_texts() {
    let edit = |contracts: &mut Contracts| {
        contracts.definition("SemVer")["pattern"] = json!("^[0-9]+\\.[0-9]+\\.[0-9]+(-[a-z0-9.]+)?$");
    };
    check(edit, &gained("text-widened", Bump::Minor, "SemVer"));
}

#[test]
fn a_pattern_takes_other_texts() {
    let edit = |contracts: &mut Contracts| {
        contracts.definition("Sha256")["pattern"] = json!("^[0-9a-f]{64}$");
    };
    check(edit, &lost("text-replaced", Bump::Major, "Sha256"));
}

#[test]
fn a_member_is_renamed() {
    let edit = |contracts: &mut Contracts| {
        let drift = contracts.definition("Drift");
        let members = drift["properties"].as_object_mut().unwrap();
        let psi = members.remove("psi").unwrap();
        members.insert("population_stability".to_owned(), psi);
    };
    check(edit, &gained("member-removed", Bump::Major, "Drift"));
}

#[test]
fn a_member_is_removed() {
    let edit = |contracts: &mut Contracts| {
        contracts.definition("SpecialistReport")["properties"].as_object_mut().unwrap().remove("notes");
    };
    check(edit, &gained("member-removed", Bump::Major, "SpecialistReport"));
}

#[test]
fn a_type_is_split_without_a_change_of_meaning() {
    let edit = |contracts: &mut Contracts| {
        let signals = contracts.definition("Signals");
        let drift = signals["properties"].as_object_mut().unwrap().remove("drift").unwrap();
        signals["allOf"] = json!([{"$ref": "#/$defs/DriftSignals"}]);
        let part = json!({"title": "DriftSignals", "type": "object", "properties": {"drift": drift}});
        let (_, schemas) = contracts.documents.iter_mut().find(|(name, _)| name == "ml_schemas.json").unwrap();
        schemas["$defs"]["DriftSignals"] = part;
    };
    let new = Expected { rule: "type-added", bump: Bump::Patch, direction: None, definition: "DriftSignals" };
    check(edit, &new);
}

#[test]
fn a_maximum_is_lowered() {
    let edit = |contracts: &mut Contracts| {
        member(contracts.definition("Insight"), "confidence")["maximum"] = json!(0.99);
    };
    check(edit, &lost("bound-tightened", Bump::Minor, "Insight"));
}

#[test]
fn a_minimum_is_dropped() {
    let edit = |contracts: &mut Contracts| {
        member(contracts.definition("Experience"), "ground_truth_lag_s").as_object_mut().unwrap().remove("minimum");
    };
    check(edit, &gained("bound-loosened", Bump::Minor, "Experience"));
}

#[test]
fn an_object_is_closed() {
    let edit = |contracts: &mut Contracts| {
        contracts.definition("Candidate")["additionalProperties"] = json!(false);
    };
    check(edit, &lost("members-closed", Bump::Major, "Candidate"));
}

#[test]
fn an_action_is_dropped() {
    let edit = |contracts: &mut Contracts| {
        let branches = contracts.definition("Action")["oneOf"].as_array_mut().unwrap();
        branches.retain(|branch| branch["$ref"] != "#/$defs/Canary");
    };
    check(edit, &lost("branch-narrowed", Bump::Major, "Action"));
}

#[test]
fn an_action_is_added() {
    let edit = |contracts: &mut Contracts| {
        let branches = contracts.definition("Action")["oneOf"].as_array_mut().unwrap();
        branches.push(json!({"type": "object", "properties": {"type": {"const": "pause"}}, "required": ["type"]}));
    };
    check(edit, &gained("branch-widened", Bump::Minor, "Action"));
}

#[test]
fn a_member_becomes_nullable() {
    let edit = |contracts: &mut Contracts| {
        member(contracts.definition("Insight"), "target_ref")["type"] = json!(["string", "null"]);
    };
    check(edit, &gained("type-widened", Bump::Minor, "Insight"));
}

#[test]
fn a_member_changes_its_type() {
    let edit = |contracts: &mut Contracts| {
        member(contracts.definition("Latency"), "p95_ms")["type"] = json!("string");
    };
    check(edit, &lost("type-narrowed", Bump::Major, "Latency"));
}

#[test]
fn a_format_is_demanded() {
    let edit = |contracts: &mut Contracts| {
        member(contracts.definition("SnapshotExported"), "uri")["format"] = json!("uuid");
    };
    check(edit, &lost("text-narrowed", Bump::Minor, "SnapshotExported"));
}

#[test]
fn only_a_description_changes() {
    let edit = |contracts: &mut Contracts| contracts.definition("Task")["description"] = json!("Another description.");
    let mut contracts = Contracts::own();
    let old = contracts.planned("old");
    edit(&mut contracts);
    let comparison = compare(&old, &contracts.planned("new"), &CompatOptions::default()).unwrap();
    assert_eq!((comparison.changes.as_slice(), comparison.undecided.as_slice()), (&[][..], &[][..]));
    assert_eq!(comparison.bump(), Bump::None);
}

#[test]
fn a_rule_across_members_is_added() {
    let edit = |contracts: &mut Contracts| {
        let insight = contracts.definition("Insight");
        insight["if"] = json!({"properties": {"type": {"const": "drift"}}, "required": ["type"]});
        insight["then"] = json!({"required": ["target_ref"]});
    };
    check(edit, &lost("constraint-added", Bump::Minor, "Insight"));
}

#[test]
fn a_list_must_not_be_long() {
    let edit = |contracts: &mut Contracts| {
        member(contracts.definition("AdaptationPlan"), "actions")["maxItems"] = json!(8);
    };
    check(edit, &lost("bound-tightened", Bump::Minor, "AdaptationPlan"));
}
