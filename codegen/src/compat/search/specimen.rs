//! Values for the place in question: accepted there by one version, refused by the keyword of the other.

use std::collections::BTreeMap;

use serde_json::Value;

use super::super::keyword::Exam;
use super::super::question::Question;
use super::grow::Grower;

/// How many values are grown to be varied.
const MAX_BASES: usize = 16;

/// How many values are tried in all.
const MAX_TRIALS: usize = 6_000;

/// How many values a member that is added may get.
const MAX_ATOMS: usize = 16;

/// Enough values to choose from.
const ENOUGH: usize = 48;

/// The values, the shortest first.
pub(super) fn specimens(grower: &mut Grower<'_>, question: &Question, exam: &Exam) -> Vec<Value> {
    let mut trial = Trial { grower, question, exam, found: BTreeMap::new(), left: MAX_TRIALS };
    let pool = trial.grower.pool;
    for value in &pool.values {
        trial.try_value(value.clone());
    }
    let mut bases = trial.bases();
    for base in &bases {
        trial.try_value(base.clone());
    }
    // What is valid is one change away from what is lost; else at least something may come of it.
    if bases.iter().any(|base| trial.is_given(base)) {
        bases.retain(|base| trial.is_given(base));
    }
    for base in &bases {
        trial.vary(base);
    }
    trial.found.into_values().collect()
}

struct Trial<'t, 'v> {
    grower: &'t mut Grower<'v>,
    question: &'t Question,
    exam: &'t Exam,
    /// By length and text.
    found: BTreeMap<(usize, String), Value>,
    left: usize,
}

impl Trial<'_, '_> {
    fn try_value(&mut self, value: Value) {
        self.left = self.left.saturating_sub(1);
        if self.exam.accepts(&value) {
            return;
        }
        if self.is_given(&value) {
            let text = value.to_string();
            self.found.insert((text.len(), text), value);
        }
    }

    /// Values to be varied: the schema's own examples, then grown ones.
    fn bases(&mut self) -> Vec<Value> {
        let given = &self.question.given;
        let examples = given.iter().flat_map(|node| &self.grower.versions.subschema(*node).annotations.examples);
        let mut bases: Vec<Value> = examples.cloned().map(Value::from).collect();
        bases.extend((0..MAX_BASES).map(|round| self.grower.value(given, 0, round.is_multiple_of(4))));
        bases
    }

    /// Whether the accepting version accepts a value at the place.
    fn is_given(&self, value: &Value) -> bool {
        let given = &self.question.given;
        given.iter().all(|node| self.grower.versions.accepts(*node, value) == Some(true))
    }

    fn is_done(&self) -> bool {
        self.left == 0 || self.found.len() >= ENOUGH
    }

    /// Tries a value with one change at each of its places.
    fn vary(&mut self, base: &Value) {
        for pointer in places(base) {
            self.replace(base, &pointer);
            self.change_members(base, &pointer);
            self.change_width(base, &pointer);
            self.change_items(base, &pointer);
        }
    }

    fn replace(&mut self, base: &Value, pointer: &str) {
        let pool = self.grower.pool;
        for atom in &pool.values {
            self.changed(base, pointer, |value| *value = atom.clone());
        }
    }

    fn change_members(&mut self, base: &Value, pointer: &str) {
        let Some(Value::Object(members)) = base.pointer(pointer) else { return };
        let pool = self.grower.pool;
        let names: Vec<String> = members.keys().chain(&pool.names).cloned().collect();
        for name in names {
            if members.contains_key(&name) {
                self.changed(base, pointer, |value| remove(value, &name));
                continue;
            }
            for atom in pool.values.iter().take(MAX_ATOMS) {
                self.changed(base, pointer, |value| insert(value, &name, atom.clone()));
            }
        }
    }

    /// Tries an object with as many members as a keyword speaks of.
    fn change_width(&mut self, base: &Value, pointer: &str) {
        let Some(Value::Object(members)) = base.pointer(pointer) else { return };
        let pool = self.grower.pool;
        let spare: Vec<&String> = pool.spare.iter().filter(|name| !members.contains_key(*name)).collect();
        for width in pool.widths.iter().copied() {
            let n_missing = width.saturating_sub(members.len());
            for atom in pool.values.iter().take(MAX_ATOMS) {
                let widened = |value: &mut Value| {
                    spare.iter().take(n_missing).for_each(|name| insert(value, name, atom.clone()));
                };
                self.changed(base, pointer, widened);
            }
        }
    }

    fn change_items(&mut self, base: &Value, pointer: &str) {
        let Some(Value::Array(items)) = base.pointer(pointer) else { return };
        let first = items.first().cloned().unwrap_or(Value::Null);
        let pool = self.grower.pool;
        for count in pool.counts.iter().copied() {
            let resized = |value: &mut Value| {
                if let Value::Array(items) = value {
                    items.resize(count, first.clone());
                }
            };
            self.changed(base, pointer, resized);
        }
    }

    fn changed(&mut self, base: &Value, pointer: &str, change: impl FnOnce(&mut Value)) {
        if self.is_done() {
            return;
        }
        let mut value = base.clone();
        if let Some(place) = value.pointer_mut(pointer) {
            change(place);
        }
        self.try_value(value);
    }
}

fn remove(value: &mut Value, name: &str) {
    if let Value::Object(members) = value {
        members.remove(name);
    }
}

fn insert(value: &mut Value, name: &str, atom: Value) {
    if let Value::Object(members) = value {
        members.insert(name.to_owned(), atom);
    }
}

/// The pointers to all values within a value, the outermost first.
pub(super) fn places(value: &Value) -> Vec<String> {
    let mut places = vec![String::new()];
    let mut index = 0;
    while let Some(place) = places.get(index).cloned() {
        let join = |token: &str| crate::pointer::join(&place, &[token]);
        match value.pointer(&place) {
            Some(Value::Object(members)) => places.extend(members.keys().map(|name| join(name))),
            Some(Value::Array(items)) => places.extend((0..items.len()).map(|item| join(&item.to_string()))),
            _ => {}
        }
        index = index.saturating_add(1);
    }
    places
}
