//! `uniqueItems` (2020-12 Validation §6.4.3): pairs for short arrays, and an order on all JSON values for long ones.

use std::cmp::Ordering;
use std::ops::ControlFlow;

use super::super::instance::{Instance, Items, Members, View, equal_within};

/// Up to so many items, all pairs are compared, which needs no allocation.
const SHORT: usize = 16;

/// How deep two items are compared.
const DEPTH_LIMIT: usize = 512;

/// The answer lies deeper than [`DEPTH_LIMIT`].
pub(super) struct TooDeep;

/// Two equal items, if there are any.
pub(super) fn first_pair(items: &dyn Items) -> Result<Option<(usize, usize)>, TooDeep> {
    if items.len() <= SHORT { first_pair_of_few(items) } else { first_pair_of_many(items) }
}

fn first_pair_of_few(items: &dyn Items) -> Result<Option<(usize, usize)>, TooDeep> {
    for (second, right) in (0..items.len()).filter_map(|index| Some((index, items.item(index)?))) {
        for (first, left) in (0..second).filter_map(|index| Some((index, items.item(index)?))) {
            if equal_within(left, right, DEPTH_LIMIT).ok_or(TooDeep)? {
                return Ok(Some((first, second)));
            }
        }
    }
    Ok(None)
}

fn first_pair_of_many(items: &dyn Items) -> Result<Option<(usize, usize)>, TooDeep> {
    let mut sorted: Vec<(usize, &dyn Instance)> =
        (0..items.len()).filter_map(|index| Some((index, items.item(index)?))).collect();
    if !sorted.iter().all(|(_, item)| is_within(*item, DEPTH_LIMIT)) {
        return Err(TooDeep);
    }
    sorted.sort_by(|left, right| compare(left.1, right.1));
    let neighbours = sorted.iter().zip(sorted.iter().skip(1));
    let equal = neighbours.filter(|(left, right)| compare(left.1, right.1).is_eq());
    Ok(equal.map(|(left, right)| (left.0, right.0)).min_by_key(|(_, second)| *second))
}

/// Whether a value is nested no deeper, so that it may be compared recursively.
fn is_within(instance: &dyn Instance, depth: usize) -> bool {
    let inner = depth.checked_sub(1);
    let is_inner_within = |value: &dyn Instance| inner.is_some_and(|depth| is_within(value, depth));
    match instance.view() {
        View::Array(items) => (0..items.len()).all(|index| items.item(index).is_none_or(is_inner_within)),
        View::Object(members) => {
            let visit = &mut |_: &str, value: &dyn Instance| {
                if is_inner_within(value) { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            };
            members.each(visit).is_continue()
        }
        _ => true,
    }
}

/// A total order in which equal values, and only they, are equal.
fn compare(left: &dyn Instance, right: &dyn Instance) -> Ordering {
    match (left.view(), right.view()) {
        (View::Boolean(left), View::Boolean(right)) => left.cmp(&right),
        (View::Number(left), View::Number(right)) => left.cmp(&right),
        (View::String(left), View::String(right)) => left.cmp(right),
        (View::Array(left), View::Array(right)) => compare_items(left, right),
        (View::Object(left), View::Object(right)) => compare_members(left, right),
        (left, right) => rank(left).cmp(&rank(right)),
    }
}

fn rank(view: View<'_>) -> u8 {
    match view {
        View::Null => 0,
        View::Boolean(_) => 1,
        View::Number(_) => 2,
        View::String(_) => 3,
        View::Array(_) => 4,
        View::Object(_) => 5,
    }
}

fn compare_items(left: &dyn Items, right: &dyn Items) -> Ordering {
    let pairs = (0..left.len()).map_while(|index| Some((left.item(index)?, right.item(index)?)));
    let orders = pairs.map(|(left, right)| compare(left, right));
    left.len().cmp(&right.len()).then_with(|| first_difference(orders))
}

fn compare_members(left: &dyn Members, right: &dyn Members) -> Ordering {
    let (left, right) = (sorted_members(left), sorted_members(right));
    let pairs = left.iter().zip(&right);
    let orders = pairs.map(|(left, right)| left.0.cmp(right.0).then_with(|| compare(left.1, right.1)));
    left.len().cmp(&right.len()).then_with(|| first_difference(orders))
}

fn first_difference(mut orders: impl Iterator<Item = Ordering>) -> Ordering {
    orders.find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
}

fn sorted_members(members: &dyn Members) -> Vec<(&str, &dyn Instance)> {
    let mut sorted = Vec::with_capacity(members.len());
    let _ = members.each(&mut |name, value| {
        sorted.push((name, value));
        ControlFlow::Continue(())
    });
    sorted.sort_by_key(|(name, _)| *name);
    sorted
}
