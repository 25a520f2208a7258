//! Newtypes over numbers and integers.

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::{NumberCheck, Repr, Type};
use crate::spelling::{ident, machine};

use super::bounds::{self, Machine};
use super::emission::Emission;

/// Implements a newtype over one of Rust's integers, or over an exact one.
pub(super) fn integer(emission: &mut Emission<'_>, ty: &Type, repr: Repr, checks: &[NumberCheck]) {
    match (Machine::of(repr), machine(repr)) {
        (Some(range), Some(repr)) => {
            let (name, schema, repr) = (ident(&ty.name), emission.schema_of(ty), ident(repr));
            let conditions = range.conditions(checks, emission.names());
            let closure = closure(emission, ty, &quote! { &value }, conditions);
            emission.verbatim(quote! { support::integer_type!(#name(#repr), #schema, #closure); });
        }
        _ => exact(emission, ty, "Integer", checks),
    }
}

/// Implements a newtype over an exact number.
pub(super) fn exact(emission: &mut Emission<'_>, ty: &Type, repr: &'static str, checks: &[NumberCheck]) {
    let (name, schema, repr) = (ident(&ty.name), emission.schema_of(ty), emission.support(repr));
    let conditions = bounds::exact(checks, emission.names());
    let closure = closure(emission, ty, &quote! { value }, conditions);
    emission.verbatim(quote! { support::number_type!(#name(#repr), #schema, #closure); });
}

fn closure(
    emission: &mut Emission<'_>,
    ty: &Type,
    instance: &TokenStream,
    conditions: Vec<TokenStream>,
) -> TokenStream {
    let condition = emission.conditions(ty, instance, conditions);
    condition.map_or_else(|| quote! { |_value| true }, |condition| quote! { |value| #condition })
}
