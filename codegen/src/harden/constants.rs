//! Closed sets of values of any JSON type.

use quote::quote;

use crate::plan::{Type, Variant};
use crate::spelling::ident;
use crate::support::Json;

use super::emission::Emission;
use super::literal;

/// Implements an enum without data whose variants stand for JSON values.
pub(super) fn implement(emission: &mut Emission<'_>, ty: &Type, variants: &[Variant<Json>]) {
    let (name, schema) = (ident(&ty.name), emission.schema_of(ty));
    let names = emission.names();
    let variants: Vec<_> = variants
        .iter()
        .map(|variant| {
            let (name, value) = (ident(&variant.name), literal::constant(&variant.value, names));
            quote! { #name => #value, }
        })
        .collect();
    let accepts = emission.accepts(ty);
    emission.verbatim(quote! { support::constants_type!(#name, #schema, { #(#variants)* } #accepts); });
}
