//! Takes from a document what is not needed to prove the change.

use serde_json::{Value, json};

use super::Witness;
use super::specimen::places;

/// How many smaller documents are tried.
const MAX_TRIALS: usize = 2_000;

/// How many texts without one of their characters are tried.
const MAX_SHORTER: usize = 40;

/// The smallest document that is found with `is_proof` kept true.
pub(super) fn minimise(mut witness: Witness, is_proof: &dyn Fn(&Witness) -> bool) -> Witness {
    let mut left = MAX_TRIALS;
    while let Some(smaller) = smaller(&witness, is_proof, &mut left) {
        witness = smaller;
    }
    witness
}

/// A smaller proof, if there is one.
fn smaller(witness: &Witness, is_proof: &dyn Fn(&Witness) -> bool, left: &mut usize) -> Option<Witness> {
    let places = places(&witness.document);
    let inner = places.iter().filter(|place| !place.is_empty());
    let without = inner.filter_map(|place| without(witness, place));
    let plainer = places.iter().flat_map(|place| plainer(witness, place));
    without.chain(plainer).find(|candidate| {
        *left = left.saturating_sub(1);
        *left > 0 && is_proof(candidate)
    })
}

/// The document without what a pointer leads to, unless the place in question is within.
fn without(witness: &Witness, place: &str) -> Option<Witness> {
    let (parent, token) = crate::pointer::parent(place)?;
    let mut document = witness.document.clone();
    match document.pointer_mut(parent)? {
        Value::Object(members) => {
            members.remove(token.as_ref())?;
        }
        Value::Array(items) => {
            let index: usize = token.parse().ok()?;
            (index < items.len()).then(|| items.remove(index))?;
        }
        _ => return None,
    }
    Some(Witness { document, pointer: witness.pointer.clone() })
}

/// The document with something plainer at a place.
fn plainer(witness: &Witness, place: &str) -> Vec<Witness> {
    let Some(value) = witness.document.pointer(place) else { return Vec::new() };
    let length = value.to_string().len();
    let candidates = match value {
        Value::Object(_) => vec![json!({})],
        Value::Array(_) => vec![json!([])],
        Value::Number(_) => vec![json!(0), json!(1)],
        Value::String(text) => {
            let half: String = text.chars().take(text.chars().count() / 2).collect();
            let shorter = text.char_indices().map(|(at, left_out)| without_part(text, at, left_out.len_utf8()));
            [String::new(), "a".to_owned(), half]
                .into_iter()
                .chain(shorter.take(MAX_SHORTER))
                .map(Value::from)
                .collect()
        }
        Value::Null | Value::Bool(_) => Vec::new(),
    };
    let with = |candidate: Value| {
        let mut document = witness.document.clone();
        document.pointer_mut(place).into_iter().for_each(|value| *value = candidate.clone());
        Witness { document, pointer: witness.pointer.clone() }
    };
    let is_plainer = |candidate: &Value| candidate.to_string().len() < length || is_rounder(candidate, value);
    candidates.into_iter().filter(is_plainer).map(with).collect()
}

/// A text without some of its bytes.
fn without_part(text: &str, at: usize, length: usize) -> String {
    let (before, rest) = text.split_at_checked(at).unwrap_or((text, ""));
    format!("{before}{}", rest.get(length..).unwrap_or_default())
}

fn is_rounder(candidate: &Value, value: &Value) -> bool {
    candidate.is_number() && value.is_number() && candidate != value && *value != json!(0) && *value != json!(1)
}
