//! What is known of a document, and whether a type agrees.

use fuzz::judges::Judges;
use serde_json::Value;

use crate::support::Json;
use crate::ways::Answer;

/// What is known of a document.
#[derive(Clone, Copy, PartialEq)]
pub enum Verdict {
    /// The schema accepts it.
    Valid,
    /// The schema refuses it, or it is no JSON document.
    Invalid,
    /// The validators do not agree.
    Open,
    /// They read something else than what stands there: their numbers are floats.
    Unknown,
}

impl Verdict {
    /// What the validators say of a text.
    pub fn of(judges: &Judges, text: &str) -> Self {
        // A document that repeats a member is refused; a `Value` has the last of them.
        let Ok(exact) = text.parse::<Json>() else { return Self::Invalid };
        let value = match serde_json::from_str::<Value>(text) {
            Ok(value) => value,
            // Such a number is one for all that RFC 8259 §6 says.
            Err(error) if error.to_string().starts_with("number out of range") => return Self::Unknown,
            Err(_) => return Self::Invalid,
        };
        if value.to_string().parse().ok() != Some(exact) || !is_held(&value) {
            return Self::Unknown;
        }
        match judges.verdict(&value) {
            Ok(true) => Self::Valid,
            Ok(false) => Self::Invalid,
            Err(_) => Self::Open,
        }
    }

    /// Whether the answer of a type can be held against it.
    pub fn is_known(self) -> bool {
        matches!(self, Self::Valid | Self::Invalid)
    }

    /// What is wrong with an answer.
    pub fn fault(self, text: &str, answer: &Answer) -> Option<&'static str> {
        match (self, answer) {
            (Self::Open, _) => Some("the validators do not agree"),
            (Self::Valid, Err(_)) => Some("refused, and the schema accepts it"),
            (Self::Invalid, Ok(_)) => Some("accepted, and the schema refuses it"),
            (_, Ok(written)) if written.parse::<Json>().ok() != text.parse().ok() => Some("written as something else"),
            _ => None,
        }
    }
}

/// Whether a float holds each number and the remainder of its division by what schemas divide by.
///
/// Of `-0` the validators see the float `-0.0`, and in draft 4 the one is an integer (Core §3.5) and the other is not.
fn is_held(value: &Value) -> bool {
    let is_negative_zero = |number: f64| number == 0.0 && number.is_sign_negative();
    match value {
        Value::Number(number) => number.as_f64().is_some_and(|it| it.abs() < 9e15 && !is_negative_zero(it)),
        Value::Array(items) => items.iter().all(is_held),
        Value::Object(members) => members.values().all(is_held),
        _ => true,
    }
}
