//! Equality of instances as JSON Schema defines it (2020-12 Core §4.2.2): by value, whatever their types and spelling.

use std::ops::ControlFlow;

use super::{Instance, Items, Members, View};

/// How deep [`equal`] looks before it gives up, so that a value built by hand cannot exhaust the stack.
const DEPTH_LIMIT: usize = 1024;

/// Whether two instances are the same JSON value; numbers by value, members in any order.
///
/// Values nested more than 1024 deep are never equal.
///
/// ```
/// use codegen::support::constant::Constant;
/// use codegen::support::instance::equal;
/// use codegen::support::number::NumberView;
///
/// assert!(equal(&1, &Constant::Number(NumberView::Float(1.0))));
/// assert!(!equal(&1, &true));
/// ```
#[must_use]
pub fn equal(left: &dyn Instance, right: &dyn Instance) -> bool {
    equal_within(left, right, DEPTH_LIMIT) == Some(true)
}

/// As [`equal`], or `None` when the answer lies deeper than `depth`.
#[must_use]
pub fn equal_within(left: &dyn Instance, right: &dyn Instance, depth: usize) -> Option<bool> {
    match (left.view(), right.view()) {
        (View::Null, View::Null) => Some(true),
        (View::Boolean(left), View::Boolean(right)) => Some(left == right),
        (View::Number(left), View::Number(right)) => Some(left == right),
        (View::String(left), View::String(right)) => Some(left == right),
        (View::Array(left), View::Array(right)) => equal_items(left, right, depth.checked_sub(1)?),
        (View::Object(left), View::Object(right)) => equal_members(left, right, depth.checked_sub(1)?),
        _ => Some(false),
    }
}

fn equal_items(left: &dyn Items, right: &dyn Items, depth: usize) -> Option<bool> {
    if left.len() != right.len() {
        return Some(false);
    }
    for (left, right) in (0..left.len()).map(|index| (left.item(index), right.item(index))) {
        let (Some(left), Some(right)) = (left, right) else { return Some(false) };
        if !equal_within(left, right, depth)? {
            return Some(false);
        }
    }
    Some(true)
}

fn equal_members(left: &dyn Members, right: &dyn Members, depth: usize) -> Option<bool> {
    if left.len() != right.len() {
        return Some(false);
    }
    let mut answer = Some(true);
    let _ = left.each(&mut |name, value| {
        answer = right.get(name).map_or(Some(false), |other| equal_within(value, other, depth));
        if answer == Some(true) { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    answer
}
