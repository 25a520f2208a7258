//! Enums of structs that a member tells apart.

use quote::quote;

use crate::plan::{Tagged, Type};
use crate::spelling::{held, ident};

use super::conversions;
use super::emission::Emission;

/// Implements an enum of structs that the member `tag` tells apart.
pub(super) fn implement(emission: &mut Emission<'_>, ty: &Type, tag: &str, variants: &[Tagged]) {
    let (name, schema) = (ident(&ty.name), emission.schema_of(ty));
    let entries: Vec<_> = variants
        .iter()
        .map(|variant| {
            let (name, content, tags) = (ident(&variant.name), emission.content(&held(variant)), &variant.tags);
            quote! { #name(#content): #(#tags)|*, }
        })
        .collect();
    let accepts = emission.accepts(ty);
    emission.verbatim(quote! { support::tagged_type!(#name, #schema, #tag, { #(#entries)* } #accepts); });
    conversions::implement(emission, ty, variants.iter().map(|variant| (variant.name.as_str(), held(variant))));
}
