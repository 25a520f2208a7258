//! Newtypes over `String`.

use proc_macro2::TokenStream;
use quote::quote;

use crate::dialect::known_format;
use crate::plan::{StringCheck, Type};
use crate::spelling::ident;

use super::emission::Emission;
use super::{jiff, literal};

/// Implements a newtype over `String`: cheap checks come first.
pub(super) fn implement(emission: &mut Emission<'_>, ty: &Type, checks: &[StringCheck]) {
    let (name, schema) = (ident(&ty.name), emission.schema_of(ty));
    let mut conditions: Vec<TokenStream> = bounds(checks).into_iter().collect();
    for check in checks {
        match check {
            StringCheck::MinLength(_) | StringCheck::MaxLength(_) => {}
            StringCheck::Pattern(source) => {
                let matcher = emission.matcher(source, &ty.name);
                conditions.push(quote! { patterns::#matcher(text) });
            }
            StringCheck::Format(format) => conditions.extend(format_check(format)),
            StringCheck::Content(content) => {
                let content = literal::content(*content);
                conditions.push(quote! { support::Content::#content.is_in(text) });
            }
        }
    }
    let (text, condition) = match emission.conditions(ty, &quote! { text }, conditions) {
        None => (quote! { _text }, quote! { true }),
        Some(condition) => (quote! { text }, condition),
    };
    emission.verbatim(quote! { support::string_type!(#name, #schema, |#text| #condition); });
    if checks.contains(&StringCheck::Format("date-time".to_owned())) {
        jiff::convert(emission, ty);
    }
}

/// One check for all bounds of the length.
fn bounds(checks: &[StringCheck]) -> Option<TokenStream> {
    let min =
        checks.iter().filter_map(|check| if let StringCheck::MinLength(min) = check { Some(*min) } else { None }).max();
    let max =
        checks.iter().filter_map(|check| if let StringCheck::MaxLength(max) = check { Some(*max) } else { None }).min();
    length(&quote! { text }, min.unwrap_or(0), max)
}

/// Whether a text has so many characters; `None` if every text has.
pub(super) fn length(text: &TokenStream, min: u64, max: Option<u64>) -> Option<TokenStream> {
    let least = literal::unsigned(min);
    match (min, max.map(literal::unsigned)) {
        (0, None) => None,
        (1, None) => Some(quote! { !#text.is_empty() }),
        (_, None) => Some(quote! { support::has_length(#text, #least, None) }),
        (_, Some(most)) => Some(quote! { support::has_length(#text, #least, Some(#most)) }),
    }
}

/// The check of a format that the support module knows; others assert nothing (2020-12 Validation §7.2.3).
fn format_check(name: &str) -> Option<TokenStream> {
    known_format(name)?;
    let function = ident(&name.replace('-', "_"));
    Some(quote! { support::format::#function(text) })
}
