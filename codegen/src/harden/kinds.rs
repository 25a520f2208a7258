//! Enums that the instance's JSON type tells apart.

use proc_macro2::Ident;
use quote::{format_ident, quote};

use crate::plan::{Kind, Kinded, Type};
use crate::spelling::ident;

use super::conversions;
use super::emission::Emission;

/// Implements an enum of JSON types.
pub(super) fn implement(emission: &mut Emission<'_>, ty: &Type, variants: &[Kinded]) {
    let (name, schema) = (ident(&ty.name), emission.schema_of(ty));
    let entries: Vec<_> = variants
        .iter()
        .map(|variant| {
            let (name, content) = (ident(&variant.name), emission.content(&variant.content));
            let kinds = variant.kinds.iter().copied().map(kind);
            quote! { #name(#content): #(#kinds)|*, }
        })
        .collect();
    let accepts = emission.accepts(ty);
    emission.verbatim(quote! { support::kinds_type!(#name, #schema, { #(#entries)* } #accepts); });
    let contents = variants.iter().map(|variant| (variant.name.as_str(), variant.content.clone()));
    conversions::implement(emission, ty, contents);
}

fn kind(kind: Kind) -> Ident {
    let name = match kind {
        Kind::Null => "Null",
        Kind::Boolean => "Boolean",
        Kind::Number => "Number",
        Kind::String => "String",
        Kind::Array => "Array",
        Kind::Object => "Object",
    };
    format_ident!("{name}")
}
