//! The bounds of numbers as Rust conditions on `value`.

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::{NumberCheck, Repr};
use crate::support::Number;

use super::literal::{self, Names};

/// What one of Rust's integers can hold.
#[derive(Clone, Copy)]
pub(super) struct Machine {
    min: i128,
    max: i128,
}

impl Machine {
    /// The range of an integer; `None` for integers of any size.
    pub(super) fn of(repr: Repr) -> Option<Self> {
        let (min, max) = match repr {
            Repr::U8 => (0, u8::MAX.into()),
            Repr::U16 => (0, u16::MAX.into()),
            Repr::U32 => (0, u32::MAX.into()),
            Repr::U64 => (0, u64::MAX.into()),
            Repr::I8 => (i8::MIN.into(), i8::MAX.into()),
            Repr::I16 => (i16::MIN.into(), i16::MAX.into()),
            Repr::I32 => (i32::MIN.into(), i32::MAX.into()),
            Repr::I64 => (i64::MIN.into(), i64::MAX.into()),
            Repr::Integer => return None,
        };
        Some(Self { min, max })
    }

    /// The conditions that the integer's own range does not keep.
    pub(super) fn conditions(self, checks: &[NumberCheck], names: &mut Names) -> Vec<TokenStream> {
        let (mut low, mut high, mut conditions) = (self.min, self.max, Vec::new());
        for check in checks {
            match (check, whole(bound(check))) {
                (NumberCheck::Minimum(_), Some(bound)) => low = low.max(bound),
                (NumberCheck::ExclusiveMinimum(_), Some(bound)) => low = low.max(bound + 1),
                (NumberCheck::Maximum(_), Some(bound)) => high = high.min(bound),
                (NumberCheck::ExclusiveMaximum(_), Some(bound)) => high = high.min(bound - 1),
                (NumberCheck::MultipleOf(_), Some(1)) => {}
                (NumberCheck::MultipleOf(_), Some(divisor)) if (2..=self.max).contains(&divisor) => {
                    conditions.push(self.multiple_of(&literal::integer(divisor)));
                }
                _ => conditions.push(comparison(&quote! { support::Number::from(value).view() }, check, names)),
            }
        }
        self.between(low, high).into_iter().chain(conditions).collect()
    }

    /// Whether `value` is from `low` to `high`, without a comparison that always holds.
    fn between(self, low: i128, high: i128) -> Option<TokenStream> {
        let (least, most) = (literal::integer(low), literal::integer(high));
        match (low > self.min, high < self.max) {
            _ if low > high => Some(quote! { false }),
            (false, false) => None,
            _ if low == high => Some(quote! { value == #least }),
            (true, false) => Some(quote! { value >= #least }),
            (false, true) => Some(quote! { value <= #most }),
            (true, true) => Some(quote! { (#least..=#most).contains(&value) }),
        }
    }

    fn multiple_of(self, divisor: &TokenStream) -> TokenStream {
        let is_unsigned = self.min == 0;
        if is_unsigned {
            quote! { value.is_multiple_of(#divisor) }
        } else {
            quote! { value % #divisor == 0 }
        }
    }
}

/// The conditions on an exact number, to which `value` refers.
pub(super) fn exact(checks: &[NumberCheck], names: &mut Names) -> Vec<TokenStream> {
    let view = quote! { value.view() };
    let low = checks.iter().find(|check| matches!(check, NumberCheck::Minimum(_)));
    let high = checks.iter().find(|check| matches!(check, NumberCheck::Maximum(_) | NumberCheck::ExclusiveMaximum(_)));
    let ends = low.zip(high);
    let range = ends.map(|(low, high)| {
        let (least, most) = (literal::number(bound(low), names), literal::number(bound(high), names));
        let is_open = matches!(high, NumberCheck::ExclusiveMaximum(_));
        let range = if is_open {
            quote! { #least..#most }
        } else {
            quote! { #least..=#most }
        };
        quote! { (#range).contains(&#view) }
    });
    let is_said = |check: &&NumberCheck| ends.is_some_and(|(low, high)| *check == low || *check == high);
    let rest: Vec<_> =
        checks.iter().filter(|check| !is_said(check)).map(|check| comparison(&view, check, names)).collect();
    range.into_iter().chain(rest).collect()
}

/// One check as a comparison of views.
pub(super) fn comparison(view: &TokenStream, check: &NumberCheck, names: &mut Names) -> TokenStream {
    let bound = literal::number(bound(check), names);
    match check {
        NumberCheck::Minimum(_) => quote! { #view >= #bound },
        NumberCheck::Maximum(_) => quote! { #view <= #bound },
        NumberCheck::ExclusiveMinimum(_) => quote! { #view > #bound },
        NumberCheck::ExclusiveMaximum(_) => quote! { #view < #bound },
        NumberCheck::MultipleOf(_) => quote! { #view.is_multiple_of(#bound) },
    }
}

fn bound(check: &NumberCheck) -> &Number {
    match check {
        NumberCheck::Minimum(bound)
        | NumberCheck::Maximum(bound)
        | NumberCheck::ExclusiveMinimum(bound)
        | NumberCheck::ExclusiveMaximum(bound)
        | NumberCheck::MultipleOf(bound) => bound,
    }
}

/// The number as a machine integer, if it is one.
fn whole(number: &Number) -> Option<i128> {
    number.as_u64().map(i128::from).or_else(|| number.as_i64().map(i128::from))
}
