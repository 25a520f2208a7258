//! Enums whose variants are tried.

use quote::quote;

use crate::plan::{Type, Use, Variant};
use crate::spelling::ident;

use super::conversions;
use super::emission::Emission;

/// Implements an enum whose first reading counts, or, if it is exclusive, whose only reading does.
pub(super) fn implement(emission: &mut Emission<'_>, ty: &Type, variants: &[Variant<Use>], is_exclusive: bool) {
    let (name, schema) = (ident(&ty.name), emission.schema_of(ty));
    let entries: Vec<_> = variants
        .iter()
        .map(|variant| {
            let (name, content) = (ident(&variant.name), emission.content(&variant.value));
            quote! { #name(#content), }
        })
        .collect();
    let accepts = emission.accepts(ty);
    let mode = if is_exclusive {
        quote! { one }
    } else {
        quote! { any }
    };
    emission.verbatim(quote! { support::union_type!(#name, #schema, #mode { #(#entries)* } #accepts); });
    if !is_exclusive {
        conversions::implement(
            emission,
            ty,
            variants.iter().map(|variant| (variant.name.as_str(), variant.value.clone())),
        );
    }
}
