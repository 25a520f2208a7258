//! Newtypes over lists, maps and other uses, and over any JSON; and the type that has no values.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::plan::{Shape, Type, Use};
use crate::spelling::ident;

use super::emission::Emission;
use super::literal;

/// Implements a newtype over a vector.
pub(super) fn array(emission: &mut Emission<'_>, ty: &Type) {
    let Shape::Array { item, min, max, is_unique } = &ty.shape else { return };
    let mut conditions = size(&quote! { items }, *min, *max);
    conditions.extend(is_unique.then(|| quote! { support::all_unique(items) }));
    let parameter = parameter("items", *min, *max);
    implement(emission, ty, &Use::Vec(Box::new(item.clone())), &parameter, conditions);
}

/// Implements a newtype over a map.
pub(super) fn map(emission: &mut Emission<'_>, ty: &Type) {
    let Shape::Map { value, min, max } = &ty.shape else { return };
    let conditions = size(&quote! { members }, *min, *max);
    let parameter = parameter("members", *min, *max);
    implement(emission, ty, &Use::Map(Box::new(value.clone())), &parameter, conditions);
}

/// Implements a newtype that adds nothing of its own, or, over any JSON, nothing but the residual keywords.
pub(super) fn plain(emission: &mut Emission<'_>, ty: &Type, content: &Use) {
    implement(emission, ty, content, &ident("value"), Vec::new());
}

/// Implements an enum without variants.
pub(super) fn never(emission: &mut Emission<'_>, ty: &Type) {
    let (name, schema) = (ident(&ty.name), emission.schema_of(ty));
    emission.verbatim(quote! { support::never_type!(#name, #schema); });
}

fn implement(emission: &mut Emission<'_>, ty: &Type, content: &Use, parameter: &Ident, conditions: Vec<TokenStream>) {
    let (name, schema, content) = (ident(&ty.name), emission.schema_of(ty), emission.content(content));
    let condition = emission.conditions(ty, &quote! { #parameter }, conditions);
    let closure = condition.map(|condition| quote! { , |#parameter| #condition });
    emission.verbatim(quote! { support::newtype!(#name(#content), #schema #closure); });
}

/// What a condition on a size calls what it looks at: one that no size satisfies looks at nothing.
fn parameter(name: &str, min: u64, max: Option<u64>) -> Ident {
    if max.is_some_and(|max| max < min) { format_ident!("_{name}") } else { ident(name) }
}

/// The bounds of a length, without a comparison that always holds.
pub(super) fn size(items: &TokenStream, min: u64, max: Option<u64>) -> Vec<TokenStream> {
    let least = literal::unsigned(min);
    let most = max.map(literal::unsigned);
    match (min, max.filter(|max| *max < u64::MAX)) {
        (0, None) => Vec::new(),
        (0, Some(0)) => vec![quote! { #items.is_empty() }],
        (_, Some(max)) if max == min => vec![quote! { #items.len() == #least }],
        (0, Some(_)) => vec![quote! { #items.len() <= #most }],
        (u64::MAX, _) => vec![quote! { #items.len() == #least }],
        (1, None) => vec![quote! { !#items.is_empty() }],
        (_, None) => vec![quote! { #items.len() >= #least }],
        (_, Some(max)) if max < min => vec![quote! { false }],
        (_, Some(_)) => vec![quote! { (#least..=#most).contains(&#items.len()) }],
    }
}
