//! Enums whose variants are tried.

use quote::quote;

use crate::plan::{Shape, Type};
use crate::spelling::ident;

use super::conversions;
use super::emission::Emission;

/// Implements an enum whose first reading counts, or, if it is exclusive, whose only reading does.
pub(super) fn implement(emission: &mut Emission<'_>, ty: &Type) {
    let Shape::Union { variants, is_exclusive } = &ty.shape else { return };
    let (name, schema) = (ident(&ty.name), emission.schema_of(ty));
    let entries: Vec<_> = variants
        .iter()
        .map(|variant| {
            let (name, content) = (ident(&variant.name), emission.content(&variant.value));
            quote! { #name(#content), }
        })
        .collect();
    let accepts = emission.accepts(ty);
    let mode = ident(if *is_exclusive { "one" } else { "any" });
    emission.verbatim(quote! { support::union_type!(#name, #schema, #mode { #(#entries)* } #accepts); });
    if !is_exclusive {
        let contents = variants.iter().map(|variant| (variant.name.as_str(), variant.value.clone()));
        conversions::implement(emission, ty, contents);
    }
}
