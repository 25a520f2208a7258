//! Newtypes over numbers and integers.

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::{NumberCheck, Repr, Type};
use crate::spelling::{ident, machine};

use super::bounds::{self, Machine};
use super::emission::Emission;

/// Implements a newtype over one of Rust's integers, or over an exact one.
pub(super) fn integer(emission: &mut Emission<'_>, ty: &Type, repr: Repr, checks: &[NumberCheck], is_plain: bool) {
    let spelling = is_plain.then(|| quote! { is_plain_integer, });
    match (Machine::of(repr), machine(repr)) {
        (Some(range), Some(repr)) => {
            let (name, schema, repr) = (ident(&ty.name), emission.schema_of(ty), ident(repr));
            let conditions = range.conditions(checks, emission.names());
            let closure = closure(emission, ty, &quote! { &value }, conditions);
            emission.verbatim(quote! { support::integer_type!(#name(#repr), #schema, #spelling #closure); });
        }
        _ => newtype(emission, ty, "Integer", checks, spelling.as_ref()),
    }
}

/// Implements a newtype over an exact number.
pub(super) fn exact(emission: &mut Emission<'_>, ty: &Type, checks: &[NumberCheck]) {
    newtype(emission, ty, "Number", checks, None);
}

fn newtype(
    emission: &mut Emission<'_>,
    ty: &Type,
    repr: &'static str,
    checks: &[NumberCheck],
    spelling: Option<&TokenStream>,
) {
    let (name, schema, repr) = (ident(&ty.name), emission.schema_of(ty), emission.support(repr));
    let conditions = bounds::exact(checks, emission.names());
    let closure = closure(emission, ty, &quote! { value }, conditions);
    emission.verbatim(quote! { support::number_type!(#name(#repr), #schema, #spelling #closure); });
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
