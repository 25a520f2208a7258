//! Comparisons with literals.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Binding, Body};
use crate::pattern::literal::{Literals, Place};

/// So many prefixes or suffixes are tested one by one; more of them from an array.
const MAX_ONE_BY_ONE: usize = 2;

/// `text == "a"`, `text.starts_with("a")` and their like.
pub(super) fn body(literals: &Literals) -> Body {
    let texts = literals.texts.as_slice();
    let method = match (literals.place, texts) {
        (Place::Whole, texts) => return whole(texts),
        (Place::Start, _) => quote!(starts_with),
        (Place::End, _) => quote!(ends_with),
        (Place::Anywhere, _) => quote!(contains),
    };
    let characters: Option<Vec<char>> = texts.iter().map(|text| single(text)).collect();
    if let Some(characters) = characters.filter(|characters| characters.len() > 1) {
        return Body::tight(quote!(text.#method([#(#characters),*])));
    }
    if texts.len() > MAX_ONE_BY_ONE {
        return Body::tight(quote!([#(#texts),*].into_iter().any(|literal| text.#method(literal))));
    }
    let calls = texts.iter().map(|text| {
        let literal = pattern(text);
        quote!(text.#method(#literal))
    });
    let binding = if texts.len() > 1 { Binding::Or } else { Binding::Tight };
    Body::new(binding, quote!(#(#calls)||*))
}

/// The opposite of [`body`], if it can be said in an operand.
pub(super) fn negated(literals: &Literals) -> Option<TokenStream> {
    let body = body(literals);
    match (literals.place, literals.texts.as_slice()) {
        (Place::Whole, [text]) if !text.is_empty() => Some(quote!(text != #text)),
        _ if body.binding == Binding::Tight => Some(quote!(!#body)),
        _ => None,
    }
}

/// A literal as an argument of the search methods of `str`.
pub(super) fn pattern(text: &str) -> TokenStream {
    single(text).map_or_else(|| quote!(#text), |character| quote!(#character))
}

fn whole(texts: &[String]) -> Body {
    match texts {
        [text] if text.is_empty() => Body::tight(quote!(text.is_empty())),
        [text] => Body::new(Binding::And, quote!(text == #text)),
        texts => Body::tight(quote!(matches!(text, #(#texts)|*))),
    }
}

fn single(text: &str) -> Option<char> {
    let mut characters = text.chars();
    characters.next().filter(|_| characters.next().is_none())
}
