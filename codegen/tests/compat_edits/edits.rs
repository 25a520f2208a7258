//! The edits, and what each must come out as.

use codegen::compat::{Bump, Direction};
use serde_json::{Value, json};

use crate::contracts::Contracts;

/// A realistic edit of the contracts.
pub(crate) struct Edit {
    pub(crate) name: &'static str,
    pub(crate) make: fn(&mut Contracts),
    pub(crate) expected: Expected,
}

/// The rule, bump and direction of the change that matters, and its definition.
pub(crate) struct Expected {
    pub(crate) rule: &'static str,
    pub(crate) bump: Bump,
    pub(crate) direction: Option<Direction>,
    pub(crate) definition: &'static str,
}

const fn lost(rule: &'static str, bump: Bump, definition: &'static str) -> Expected {
    Expected { rule, bump, direction: Some(Direction::Lost), definition }
}

const fn gained(rule: &'static str, bump: Bump, definition: &'static str) -> Expected {
    Expected { rule, bump, direction: Some(Direction::Gained), definition }
}

fn member<'v>(definition: &'v mut Value, name: &str) -> &'v mut Value {
    &mut definition["properties"][name]
}

pub(crate) const EDITS: [Edit; 22] = [
    Edit {
        name: "an_optional_member_is_added",
        make: |contracts| {
            *member(contracts.definition("Insight"), "reviewer") = json!({"$ref": "#/$defs/UID"});
        },
        expected: lost("member-added", Bump::Patch, "Insight"),
    },
    Edit {
        name: "a_required_member_is_added",
        make: |contracts| {
            let insight = contracts.definition("Insight");
            *member(insight, "reviewer") = json!({"$ref": "#/$defs/UID"});
            insight["required"].as_array_mut().unwrap().push(json!("reviewer"));
        },
        expected: lost("required-added", Bump::Minor, "Insight"),
    },
    Edit {
        name: "an_optional_member_becomes_required",
        make: |contracts| {
            contracts.definition("Experience")["required"].as_array_mut().unwrap().push(json!("ground_truth_lag_s"));
        },
        expected: lost("required-added", Bump::Minor, "Experience"),
    },
    Edit {
        name: "a_required_member_becomes_optional",
        make: |contracts| {
            contracts.definition("Insight")["required"].as_array_mut().unwrap().retain(|name| name != "confidence");
        },
        expected: gained("required-removed", Bump::Minor, "Insight"),
    },
    Edit {
        name: "an_enum_is_widened",
        make: |contracts| {
            contracts.definition("InsightType")["enum"].as_array_mut().unwrap().push(json!("latency"));
        },
        expected: gained("value-added", Bump::Minor, "InsightType"),
    },
    Edit {
        name: "an_enum_is_narrowed",
        make: |contracts| {
            contracts.definition("Environment")["enum"].as_array_mut().unwrap().retain(|value| value != "staging");
        },
        expected: lost("value-removed", Bump::Major, "Environment"),
    },
    Edit {
        name: "a_pattern_takes_fewer_texts",
        make: |contracts| {
            contracts.definition("UID")["pattern"] = json!("^[a-z][a-z0-9_-]{4,32}$");
        },
        expected: lost("text-narrowed", Bump::Minor, "UID"),
    },
    Edit {
        name: "a_pattern_takes_more_texts",
        make: |contracts| {
            contracts.definition("SemVer")["pattern"] = json!("^[0-9]+\\.[0-9]+\\.[0-9]+(-[a-z0-9.]+)?$");
        },
        expected: gained("text-widened", Bump::Minor, "SemVer"),
    },
    Edit {
        name: "a_pattern_takes_other_texts",
        make: |contracts| {
            contracts.definition("Sha256")["pattern"] = json!("^[0-9a-f]{64}$");
        },
        expected: lost("text-replaced", Bump::Major, "Sha256"),
    },
    Edit {
        name: "a_member_is_renamed",
        make: |contracts| {
            let drift = contracts.definition("Drift");
            let members = drift["properties"].as_object_mut().unwrap();
            let psi = members.remove("psi").unwrap();
            members.insert("population_stability".to_owned(), psi);
        },
        expected: gained("member-removed", Bump::Major, "Drift"),
    },
    Edit {
        name: "a_member_is_removed",
        make: |contracts| {
            contracts.definition("SpecialistReport")["properties"].as_object_mut().unwrap().remove("notes");
        },
        expected: gained("member-removed", Bump::Major, "SpecialistReport"),
    },
    Edit {
        name: "a_type_is_split_without_a_change_of_meaning",
        make: |contracts| {
            let signals = contracts.definition("Signals");
            let drift = signals["properties"].as_object_mut().unwrap().remove("drift").unwrap();
            signals["allOf"] = json!([{"$ref": "#/$defs/DriftSignals"}]);
            let part = json!({"title": "DriftSignals", "type": "object", "properties": {"drift": drift}});
            let (_, schemas) = contracts.documents.iter_mut().find(|(name, _)| name == "ml_schemas.json").unwrap();
            schemas["$defs"]["DriftSignals"] = part;
        },
        expected: Expected { rule: "type-added", bump: Bump::Patch, direction: None, definition: "DriftSignals" },
    },
    Edit {
        name: "a_maximum_is_lowered",
        make: |contracts| {
            member(contracts.definition("Insight"), "confidence")["maximum"] = json!(0.99);
        },
        expected: lost("bound-tightened", Bump::Minor, "Insight"),
    },
    Edit {
        name: "a_minimum_is_dropped",
        make: |contracts| {
            member(contracts.definition("Experience"), "ground_truth_lag_s").as_object_mut().unwrap().remove("minimum");
        },
        expected: gained("bound-loosened", Bump::Minor, "Experience"),
    },
    Edit {
        name: "an_object_is_closed",
        make: |contracts| {
            contracts.definition("Candidate")["additionalProperties"] = json!(false);
        },
        expected: lost("members-closed", Bump::Major, "Candidate"),
    },
    Edit {
        name: "an_action_is_dropped",
        make: |contracts| {
            let branches = contracts.definition("Action")["oneOf"].as_array_mut().unwrap();
            branches.retain(|branch| branch["$ref"] != "#/$defs/Canary");
        },
        expected: lost("branch-narrowed", Bump::Major, "Action"),
    },
    Edit {
        name: "an_action_is_added",
        make: |contracts| {
            let branches = contracts.definition("Action")["oneOf"].as_array_mut().unwrap();
            branches.push(json!({"type": "object", "properties": {"type": {"const": "pause"}}, "required": ["type"]}));
        },
        expected: gained("branch-widened", Bump::Minor, "Action"),
    },
    Edit {
        name: "a_member_becomes_nullable",
        make: |contracts| {
            member(contracts.definition("Insight"), "target_ref")["type"] = json!(["string", "null"]);
        },
        expected: gained("type-widened", Bump::Minor, "Insight"),
    },
    Edit {
        name: "a_member_changes_its_type",
        make: |contracts| {
            member(contracts.definition("Latency"), "p95_ms")["type"] = json!("string");
        },
        expected: lost("type-narrowed", Bump::Major, "Latency"),
    },
    Edit {
        name: "a_format_is_demanded",
        make: |contracts| {
            member(contracts.definition("SnapshotExported"), "uri")["format"] = json!("uuid");
        },
        expected: lost("text-narrowed", Bump::Minor, "SnapshotExported"),
    },
    Edit {
        name: "a_rule_across_members_is_added",
        make: |contracts| {
            let insight = contracts.definition("Insight");
            insight["if"] = json!({"properties": {"type": {"const": "drift"}}, "required": ["type"]});
            insight["then"] = json!({"required": ["target_ref"]});
        },
        expected: lost("constraint-added", Bump::Minor, "Insight"),
    },
    Edit {
        name: "a_list_must_not_be_long",
        make: |contracts| {
            member(contracts.definition("AdaptationPlan"), "actions")["maxItems"] = json!(8);
        },
        expected: lost("bound-tightened", Bump::Minor, "AdaptationPlan"),
    },
];
