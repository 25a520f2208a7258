//! `From` the content of an enum's variant, where the content's type says which variant it is.

use std::collections::BTreeMap;

use quote::quote;

use crate::plan::{Plan, Residual, Shape, Type, Use};
use crate::spelling::ident;

use super::emission::Emission;

/// Implements `From` for each variant whose content no other variant holds.
///
/// There is none where a variant's content alone does not make a valid value.
pub(super) fn implement<'v>(emission: &mut Emission<'_>, ty: &Type, variants: impl Iterator<Item = (&'v str, Use)>) {
    if ty.residual != Residual::None {
        return;
    }
    let variants: Vec<(&str, Use)> = variants.map(|(name, content)| (name, resolved(emission.plan, content))).collect();
    let mut counts: BTreeMap<&Use, usize> = BTreeMap::new();
    for (_, content) in &variants {
        *counts.entry(content).or_default() += 1;
    }
    let unique = variants.iter().filter(|(_, content)| counts.get(content) == Some(&1));
    let unique: Vec<_> = unique.filter(|(_, content)| !is_own(ty, emission.plan, content)).collect();
    let entries = unique.into_iter().map(|(variant, content)| {
        let (variant, content) = (ident(variant), emission.content(content));
        quote! { #variant(#content), }
    });
    let (name, entries) = (ident(&ty.name), entries.collect::<Vec<_>>());
    if !entries.is_empty() {
        emission.verbatim(quote! { support::conversions!(#name, { #(#entries)* }); });
    }
}

/// The use behind aliases: two names may stand for one Rust type.
fn resolved(plan: &Plan, mut content: Use) -> Use {
    for _ in 0..plan.types.len() {
        let Use::Type(id) = &content else { break };
        let Some(Shape::Alias(next)) = plan.get(*id).map(|ty| &ty.shape) else { break };
        content = next.clone();
    }
    content
}

/// Whether the content is the enum itself, which converts from itself already.
fn is_own(ty: &Type, plan: &Plan, content: &Use) -> bool {
    let Use::Type(id) = content else { return false };
    plan.get(*id).is_some_and(|content| content.name == ty.name && content.module == ty.module)
}
