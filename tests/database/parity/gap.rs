//! Which differences a listed gap explains, and no others.

use codegen::parity::Gap;

use super::super::agreement::tree::Tree;
use super::column::Column;
use super::{Difference, Kind};

/// The most digits of a `numeric` before and behind its point.
const DIGITS: (i64, i64) = (131_072, 16_383);

/// The most digits for which a page of an index is certain to have room.
const INDEXED: usize = 4_000;

/// Whether a gap is the reason for a difference.
pub(super) fn explains(gap: Gap, column: &Column, difference: &Difference<'_>) -> bool {
    let is_lost = matches!(difference.kind, Kind::Refused | Kind::Changed);
    let value = difference.candidate.value.as_ref();
    let has = |is_so: fn(&Tree) -> bool| value.is_some_and(|value| value.places().iter().any(|(_, tree)| is_so(tree)));
    match gap {
        Gap::Default => difference.kind == Kind::Mistaken && value.is_none(),
        Gap::Spelling => difference.kind == Kind::Mistaken && value.is_some(),
        Gap::Inside => difference.kind == Kind::Held && is_of_a_kind(column, value),
        Gap::Range => difference.kind == Kind::Refused && has(is_beyond_32_bits),
        Gap::Nul => difference.kind == Kind::Refused && has(has_nul),
        Gap::Precision => is_lost && has(is_long),
        Gap::YearZero => difference.kind == Kind::Refused && has(|tree| time(tree).starts_with("0000-")),
        Gap::LeapSecond => is_lost && has(|tree| time(tree).contains(":60")),
        Gap::Fraction => is_lost && has(|tree| n_decimals(time(tree)) > 6),
    }
}

/// Whether a document is an object or array as those that the contract accepts.
fn is_of_a_kind(column: &Column, value: Option<&Tree>) -> bool {
    let kind = |tree: &Tree| std::mem::discriminant(tree);
    let is_like = |value: &Tree| {
        // What is no JSON of ours stands in a number.
        matches!(value, Tree::Number(text) if text.starts_with('{'))
            || column.members.iter().any(|member| member.values().any(|valid| kind(&valid) == kind(value)))
    };
    column.data_type == "jsonb" && value.is_some_and(is_like)
}

fn time(tree: &Tree) -> &str {
    if let Tree::String(text) = tree { text } else { "" }
}

fn n_decimals(time: &str) -> usize {
    time.split_once('.').map_or(0, |(_, rest)| rest.chars().take_while(char::is_ascii_digit).count())
}

fn has_nul(tree: &Tree) -> bool {
    let is_text = matches!(tree, Tree::String(text) if text.contains('\0'));
    is_text || tree.members().iter().any(|(name, _)| name.contains('\0'))
}

fn is_beyond_32_bits(tree: &Tree) -> bool {
    let Tree::Number(text) = tree else { return false };
    text.parse::<f64>().is_ok_and(|number| number > f64::from(i32::MAX) || number < f64::from(i32::MIN))
}

/// Whether a number has more digits than there is room for.
fn is_long(tree: &Tree) -> bool {
    let Tree::Number(text) = tree else { return false };
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let Ok(exponent) = exponent.parse::<i64>() else { return false };
    let length = |part: &str| i64::try_from(part.len()).unwrap_or(i64::MAX);
    let (before, behind) = DIGITS;
    let is_beyond = length(whole) + exponent > before || length(fraction) - exponent > behind;
    is_beyond || whole.len() + fraction.len() > INDEXED
}
