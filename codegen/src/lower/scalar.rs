//! Strings, numbers and integers.

use crate::plan::{Kind, NumberCheck, Repr, Shape, Use};
use crate::schema::{Graph, Keyword, TypeSet};
use crate::support::{Number, NumberView};

use super::conjunction::Conjunction;
use super::residual;

/// The plain Rust type of a JSON type.
pub(super) fn plain(kind: Kind, types: TypeSet) -> Use {
    match kind {
        Kind::Null => Use::Null,
        Kind::Boolean => Use::Boolean,
        Kind::Number if is_integer(types) => Use::Integer,
        Kind::Number => Use::Number,
        Kind::String => Use::String,
        Kind::Array => Use::Vec(Box::new(Use::Json)),
        Kind::Object => Use::Map(Box::new(Use::Json)),
    }
}

/// The Rust type that says all of a schema with values of one JSON type, if there is one.
pub(super) fn in_place(graph: &Graph, conjunction: &Conjunction, kind: Kind) -> Option<Use> {
    let keywords = residual::applicable(graph, conjunction, kind);
    match kind {
        _ if keywords.is_empty() => Some(plain(kind, conjunction.types)),
        Kind::Number if keywords == [&Keyword::WrittenAsInteger] => Some(Use::PlainInteger),
        _ => None,
    }
}

/// A newtype over a number, or over the narrowest integer that holds all values within the bounds.
///
/// An integer keeps no spelling, for which a schema of draft 4 may ask that is judged afterwards.
pub(super) fn number(conjunction: &Conjunction, is_spelling_asked: bool) -> Shape {
    let mut checks = conjunction.number_checks();
    let is_plain = conjunction.keywords.contains(&Keyword::WrittenAsInteger);
    let is_judged = conjunction.keywords.iter().any(|keyword| !keyword.in_place_subschemas().is_empty());
    if !is_integer(conjunction.types) {
        return Shape::Number(checks);
    }
    if is_spelling_asked && is_judged && !is_plain {
        checks.push(NumberCheck::MultipleOf(Number::from(1_u8)));
        return Shape::Number(checks);
    }
    Shape::Integer { repr: repr(&checks), checks, is_plain }
}

fn is_integer(types: TypeSet) -> bool {
    !types.contains(TypeSet::NUMBER)
}

/// The narrowest of Rust's integers whose range covers the bounds.
fn repr(checks: &[NumberCheck]) -> Repr {
    let (mut low, mut high) = (None::<Number>, None::<Number>);
    for check in checks {
        match check {
            NumberCheck::Minimum(bound) | NumberCheck::ExclusiveMinimum(bound) => {
                low = Some(low.map_or_else(|| bound.clone(), |low| low.max(bound.clone())));
            }
            NumberCheck::Maximum(bound) | NumberCheck::ExclusiveMaximum(bound) => {
                high = Some(high.map_or_else(|| bound.clone(), |high| high.min(bound.clone())));
            }
            NumberCheck::MultipleOf(_) => {}
        }
    }
    let (Some(low), Some(high)) = (low, high) else { return Repr::Integer };
    let reprs = [
        (Repr::U8, int(0), int(i64::from(u8::MAX))),
        (Repr::I8, int(i64::from(i8::MIN)), int(i64::from(i8::MAX))),
        (Repr::U16, int(0), int(i64::from(u16::MAX))),
        (Repr::I16, int(i64::from(i16::MIN)), int(i64::from(i16::MAX))),
        (Repr::U32, int(0), int(i64::from(u32::MAX))),
        (Repr::I32, int(i64::from(i32::MIN)), int(i64::from(i32::MAX))),
        (Repr::U64, int(0), NumberView::Unsigned(u64::MAX)),
        (Repr::I64, int(i64::MIN), int(i64::MAX)),
    ];
    let fits = reprs.iter().find(|(_, least, most)| *least <= low.view() && high.view() <= *most);
    fits.map_or(Repr::Integer, |(repr, ..)| *repr)
}

const fn int(value: i64) -> NumberView<'static> {
    if value < 0 { NumberView::Negative(value) } else { NumberView::Unsigned(value.unsigned_abs()) }
}
