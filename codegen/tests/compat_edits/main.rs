//! Realistic edits of the contracts, one by one: each takes the expected bump, in the expected direction, and is proved
//! by a document that one version accepts and the other refuses, by the validator and by the generated types.

#![cfg(test)]
#![cfg(feature = "compat")]

mod contracts;
mod edits;
mod types;

use codegen::Options;
use codegen::Planned;
use codegen::compat::{Bump, Change, Comparison, CompatOptions, Direction, compare};
use codegen::judge::Judge;
use serde_json::{Value, json};

use contracts::Contracts;
use edits::{EDITS, Edit};
use types::Types;

#[test]
fn each_edit_takes_its_bump_and_is_proved_to_the_validator() {
    let old = Contracts::own().planned("old");
    for edit in EDITS {
        let new = Contracts::edited(edit.make).planned("new");
        let comparison = compare(&old, &new, &CompatOptions::default()).unwrap();
        expect(&edit, &comparison);
        comparison.changes.iter().for_each(|change| verify(change, &old, &new));
    }
}

/// What is expected is among the changes, which take no higher bump, and nothing is undecided.
fn expect(edit: &Edit, comparison: &Comparison) {
    let Edit { name, expected, .. } = edit;
    assert_eq!(comparison.undecided, [], "{name}");
    let is_it = |change: &&Change| change.rule == expected.rule && change.definition == expected.definition;
    let found = comparison.changes.iter().find(is_it);
    let found = found.unwrap_or_else(|| panic!("{name}: no {} of {}", expected.rule, expected.definition));
    assert_eq!((found.bump, found.direction), (expected.bump, expected.direction), "{name}: {found:#?}");
    assert_eq!(comparison.bump(), expected.bump, "{name}: {:#?}", comparison.changes);
}

/// Has both versions judge the document of a change.
fn verify(change: &Change, old: &Planned, new: &Planned) {
    #[cfg(feature = "cli")]
    assert!(codegen::rules::find(change.rule).is_some(), "`codegen rules` does not know {}", change.rule);
    let Some(direction) = change.direction else { return };
    let document = change.document.as_ref().unwrap_or_else(|| panic!("no document proves {change:#?}"));
    let verdicts = [old, new].map(|planned| judge(planned, &change.definition, document));
    assert_eq!(verdicts, verdicts_of(direction), "{change:#?}");
}

/// What the old and the new version say of a document that proves such a change.
fn verdicts_of(direction: Direction) -> [bool; 2] {
    [direction == Direction::Lost, direction == Direction::Gained]
}

fn judge(planned: &Planned, definition: &str, document: &Value) -> bool {
    let graph = &planned.plan.graph;
    let mut definitions = graph.documents.iter().flat_map(|document| &document.definitions);
    let (_, id) = definitions.find(|(name, _)| name == definition).unwrap();
    let validator = Judge::new(&planned.sources, &Options::default()).unwrap().validator(&graph.get(*id).uri).unwrap();
    validator.is_valid(document)
}

#[test]
fn the_generated_types_of_both_versions_agree() {
    let (own, old) = (Contracts::own(), Contracts::own().planned("old"));
    let mut types = Types::default();
    let mut expected = Vec::new();
    for edit in EDITS {
        let contracts = Contracts::edited(edit.make);
        let comparison = compare(&old, &contracts.planned("new"), &CompatOptions::default()).unwrap();
        for change in &comparison.changes {
            let Some((direction, document)) = change.direction.zip(change.document.as_ref()) else { continue };
            let verdicts = verdicts_of(direction);
            for (contracts, verdict) in [&own, &contracts].into_iter().zip(verdicts) {
                types.ask(contracts, &change.definition, document);
                expected.push((edit.name, change.rule, verdict));
            }
        }
    }
    let answers = types.answers();
    assert_eq!(answers.len(), expected.len());
    let wrong: Vec<_> = expected.iter().zip(&answers).filter(|((_, _, verdict), answer)| verdict != *answer).collect();
    assert!(wrong.is_empty() && expected.len() > 2 * EDITS.len(), "{wrong:#?} of {}", expected.len());
}

#[test]
fn a_description_is_no_change() {
    let edit: fn(&mut Contracts) = |contracts| contracts.definition("Task")["description"] = json!("Another one.");
    let (old, new) = (Contracts::own().planned("old"), Contracts::edited(edit).planned("new"));
    let comparison = compare(&old, &new, &CompatOptions::default()).unwrap();
    assert_eq!((comparison.changes.as_slice(), comparison.undecided.as_slice()), (&[][..], &[][..]));
    assert_eq!(comparison.bump(), Bump::None);
}
