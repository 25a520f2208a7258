//! Enums whose variants are tried.

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::{Shape, Sign, Type};
use crate::spelling::ident;

use super::conversions;
use super::emission::Emission;
use super::literal;

/// Implements an enum whose first reading counts, or, if it is exclusive, whose only reading does.
pub(super) fn implement(emission: &mut Emission<'_>, ty: &Type) {
    let Shape::Union { variants, signs, is_exclusive } = &ty.shape else { return };
    let (name, schema) = (ident(&ty.name), emission.schema_of(ty));
    let entries: Vec<_> = variants
        .iter()
        .zip(signs)
        .map(|(variant, signs)| {
            let (name, content) = (ident(&variant.name), emission.content(&variant.value));
            let signs = of_signs(emission, signs);
            quote! { #name(#content) #signs, }
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

/// What an object must have to be tried.
fn of_signs(emission: &mut Emission<'_>, signs: &[Sign]) -> Option<TokenStream> {
    let signs: Vec<TokenStream> = signs.iter().map(|sign| of_sign(emission, sign)).collect();
    (!signs.is_empty()).then(|| quote! { if [#(#signs),*] })
}

fn of_sign(emission: &mut Emission<'_>, Sign { name, values }: &Sign) -> TokenStream {
    let Some(values) = values else { return quote! { Has(#name) } };
    let values = values.iter().map(|value| literal::constant(value, emission.names()));
    quote! { Is(#name, &[#(#values),*]) }
}
