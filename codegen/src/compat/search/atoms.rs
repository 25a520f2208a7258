//! Numbers next to a bound.

use serde_json::{Value, json};

use crate::support::{Json, Number};

/// The bound and its neighbours, far and near.
pub(super) fn around(bound: &Number) -> Vec<Value> {
    let exact = Value::from(Json::Number(bound.clone()));
    let mut numbers = vec![exact];
    if let Some(whole) = bound.as_i64() {
        numbers.extend([whole.saturating_add(1), whole.saturating_sub(1)].map(Value::from));
    }
    let float = bound.as_f64();
    if float.abs() < 1e15 {
        numbers.extend([float + 0.5, float - 0.5, float + 0.001, float - 0.001, float + 1.0, float - 1.0].map(tidy));
    }
    numbers
}

/// Multiples of a factor, and what is between them.
pub(super) fn multiples(factor: &Number) -> Vec<Value> {
    let float = factor.as_f64();
    let multiples = [1.0, 2.0, 3.0, 5.0, 7.0, 0.5, 1.5].map(|times| tidy(float * times));
    multiples.into_iter().chain([json!(0), json!(1)]).collect()
}

/// A whole number without its fraction of zero; else with no more digits than people write.
fn tidy(number: f64) -> Value {
    let rounded = (number * 1e6).round() / 1e6;
    let text = format!("{rounded}");
    text.parse::<i64>().map_or_else(|_| json!(rounded), Value::from)
}
