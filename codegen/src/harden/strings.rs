//! Closed sets of strings.

use quote::quote;

use crate::plan::{Type, Variant};
use crate::spelling::ident;

use super::emission::Emission;

/// Implements an enum without data whose variants stand for strings.
pub(super) fn implement(emission: &mut Emission<'_>, ty: &Type, variants: &[Variant<String>]) {
    let (name, schema) = (ident(&ty.name), emission.schema_of(ty));
    let variants = variants.iter().map(|variant| {
        let (name, text) = (ident(&variant.name), &variant.value);
        quote! { #name => #text, }
    });
    let accepts = emission.accepts(ty);
    emission.verbatim(quote! { support::strings_type!(#name, #schema, { #(#variants)* } #accepts); });
}
