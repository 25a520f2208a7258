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
    let unique = is_unique.then(|| quote! { support::all_unique(items) });
    sized(emission, ty, &Use::Vec(Box::new(item.clone())), ("items", *min, *max), unique);
}

/// Implements a newtype over a map.
pub(super) fn map(emission: &mut Emission<'_>, ty: &Type) {
    let Shape::Map { value, min, max } = &ty.shape else { return };
    sized(emission, ty, &Use::Map(Box::new(value.clone())), ("members", *min, *max), None);
}

/// Implements a newtype over what has a size; one that no size satisfies looks at nothing.
fn sized(
    emission: &mut Emission<'_>,
    ty: &Type,
    content: &Use,
    (name, min, max): (&str, u64, Option<u64>),
    more: Option<TokenStream>,
) {
    if max.is_some_and(|max| max < min) {
        let parameter = format_ident!("_{name}");
        return define(emission, ty, content, Some(&quote! { , |#parameter| false }));
    }
    let parameter = ident(name);
    let conditions = size(&quote! { #parameter }, min, max).into_iter().chain(more).collect();
    implement(emission, ty, content, &parameter, conditions);
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
    let condition = emission.conditions(ty, &quote! { #parameter }, conditions);
    define(emission, ty, content, condition.map(|condition| quote! { , |#parameter| #condition }).as_ref());
}

fn define(emission: &mut Emission<'_>, ty: &Type, content: &Use, closure: Option<&TokenStream>) {
    let (name, schema, content) = (ident(&ty.name), emission.schema_of(ty), emission.content(content));
    emission.verbatim(quote! { support::newtype!(#name(#content), #schema #closure); });
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
