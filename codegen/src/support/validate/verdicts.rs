//! Verdicts that are asked for again: alternatives within alternatives apply the same schemas to the same values over
//! and over, and would take exponential time.

use std::collections::HashMap;

use super::super::instance::View;
use super::super::schema::Schema;
use super::place::At;

/// Applications nested less deeply are repeated: looking them up costs more.
const SHALLOW: u32 = 12;

/// The verdicts of one validation.
#[derive(Default)]
pub(super) struct Verdicts {
    known: HashMap<Question, bool>,
}

/// A schema, a value, and how many values are around it: a struct and its first member have the same address.
pub(super) type Question = (usize, usize, u32);

impl Verdicts {
    pub(super) fn get(&self, question: Question) -> Option<bool> {
        self.known.get(&question).copied()
    }

    pub(super) fn insert(&mut self, question: Question, is_valid: bool) {
        self.known.insert(question, is_valid);
    }
}

/// What is asked, if it is worth remembering, and if the answer does not depend on the way here.
pub(super) fn question(schema: &'static Schema, at: &At<'_>) -> Option<Question> {
    let is_compound = matches!(at.place.view, View::Array(_) | View::Object(_));
    // Values without a size have no address of their own.
    let has_address = size_of_val(at.place.instance) > 0;
    let is_worth_it = at.depth >= SHALLOW && is_compound && has_address && at.scope.is_static;
    let instance = std::ptr::from_ref(at.place.instance).cast::<()>().addr();
    is_worth_it.then(|| (std::ptr::from_ref(schema).addr(), instance, at.place.level))
}
