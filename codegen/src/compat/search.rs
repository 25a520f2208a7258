//! Looks for a document that one version accepts and the other refuses, which proves a change.
//!
//! Values are made for the place in question, from what both versions say there, and put into a document of the
//! definition. Nothing is random from run to run.

mod atoms;
mod dice;
mod format;
mod grow;
mod lift;
mod minimise;
mod pool;
mod specimen;

use std::collections::BTreeSet;

use serde_json::Value;

use super::keyword::Exam;
use super::question::Question;
use super::versions::{Node, Versions};

use self::grow::Grower;
use self::pool::Pool;

/// How many values are tried in a document.
const MAX_SPECIMENS: usize = 24;

/// How many documents are tried around a value.
const MAX_LIFTS: usize = 24;

/// A document that proves a change.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Witness {
    pub(super) document: Value,
    /// Where in the document the value in question is.
    pub(super) pointer: String,
}

/// A document that `accepting` accepts and `refusing` refuses, for the reason in question.
pub(super) fn witness(
    versions: &Versions<'_>,
    question: &Question,
    accepting: Node,
    refusing: Node,
) -> Option<Witness> {
    let exam = Exam::new(versions, question.wanted.era, &question.keyword)?;
    let pool = Pool::of(versions, question);
    let mut grower = Grower::new(versions, &pool);
    let specimens = specimen::specimens(&mut grower, question, &exam);
    let is_proof = |witness: &Witness| {
        let at_place = witness.document.pointer(&witness.pointer);
        at_place.is_some_and(|value| !exam.accepts(value))
            && versions.accepts(accepting, &witness.document) == Some(true)
            && versions.accepts(refusing, &witness.document) == Some(false)
    };
    let mut tried = BTreeSet::new();
    for round in 0..MAX_LIFTS {
        for specimen in specimens.iter().take(MAX_SPECIMENS) {
            let witness = lift::lift(&mut grower, accepting, &question.steps, specimen, round);
            if tried.insert(witness.document.to_string()) && is_proof(&witness) {
                return Some(minimise::minimise(witness, &is_proof));
            }
        }
    }
    None
}
