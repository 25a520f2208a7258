//! Keywords of numbers.

use std::cmp::Ordering;

use crate::schema::{Keyword, TypeSet};
use crate::support::Number;

use super::super::conjunction::Conjunction;

/// Whether a keyword of numbers follows from others.
pub(super) fn follows(given: &Conjunction<'_>, wanted: &Keyword) -> bool {
    match wanted {
        Keyword::Minimum(bound) => is_above(given, bound, Ordering::is_ge),
        Keyword::ExclusiveMinimum(bound) => is_above(given, bound, Ordering::is_gt),
        Keyword::Maximum(bound) => is_below(given, bound, Ordering::is_le),
        Keyword::ExclusiveMaximum(bound) => is_below(given, bound, Ordering::is_lt),
        Keyword::MultipleOf(factor) => is_multiple(given, factor),
        _ => false,
    }
}

/// The types that are given; multiples of a whole number are integers.
pub(super) fn whole(given: &Conjunction<'_>) -> TypeSet {
    let others = [TypeSet::NULL, TypeSet::BOOLEAN, TypeSet::STRING, TypeSet::ARRAY, TypeSet::OBJECT];
    let (types, one) = (given.types(), Number::from(1_u64));
    let is_whole =
        |keyword: &Keyword| matches!(keyword, Keyword::MultipleOf(factor) if factor.view().is_multiple_of(one.view()));
    let whole = others.into_iter().fold(TypeSet::INTEGER, TypeSet::union);
    if given.plain().any(is_whole) { types.intersection(whole) } else { types }
}

/// Whether a lower bound keeps numbers where they are wanted.
fn is_above(given: &Conjunction<'_>, bound: &Number, is_right: fn(Ordering) -> bool) -> bool {
    given.plain().any(|keyword| match keyword {
        Keyword::Minimum(other) => is_right(other.cmp(bound)),
        Keyword::ExclusiveMinimum(other) => other >= bound,
        _ => false,
    })
}

fn is_below(given: &Conjunction<'_>, bound: &Number, is_right: fn(Ordering) -> bool) -> bool {
    given.plain().any(|keyword| match keyword {
        Keyword::Maximum(other) => is_right(other.cmp(bound)),
        Keyword::ExclusiveMaximum(other) => other <= bound,
        _ => false,
    })
}

fn is_multiple(given: &Conjunction<'_>, factor: &Number) -> bool {
    let is_whole = !given.types().contains(TypeSet::NUMBER) && *factor == Number::from(1_u64);
    let divides =
        |keyword: &Keyword| matches!(keyword, Keyword::MultipleOf(other) if other.view().is_multiple_of(factor.view()));
    is_whole || given.plain().any(divides)
}

/// Whether no number is left between the bounds.
pub(super) fn is_void(given: &Conjunction<'_>) -> bool {
    given.plain().any(|keyword| match keyword {
        Keyword::Minimum(low) => is_below(given, low, Ordering::is_lt),
        Keyword::ExclusiveMinimum(low) => is_below(given, low, Ordering::is_le),
        _ => false,
    })
}
