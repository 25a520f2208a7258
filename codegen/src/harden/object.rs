//! Structs of an object's members.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use crate::plan::{Content, Member, Struct, Type, Use};
use crate::spelling::ident;

use super::emission::Emission;
use super::{defaults, literal};

/// Implements a struct of members.
pub(super) fn implement(emission: &mut Emission<'_>, ty: &Type, members: &Struct) {
    for member in &members.members {
        note_lints(emission, member);
    }
    defaults::implement(emission, ty, members);
    let (name, schema) = (ident(&ty.name), emission.schema_of(ty));
    let entries: Vec<_> = (0..).zip(&members.members).map(|entry| self::entry(emission, ty, members, entry)).collect();
    let accepts = fit_together(emission, ty);
    let extra = members.extra.as_ref().map(|content| further(emission, members, content, accepts.is_some()));
    emission.verbatim(quote! { support::object_type!(#name, #schema, #accepts { #(#entries)* #extra }); });
}

/// Adds the function that judges the residual keywords, and names it; nothing if there are none.
fn fit_together(emission: &mut Emission<'_>, ty: &Type) -> Option<TokenStream> {
    let (name, residual) = (ident(&ty.name), emission.residual(ty, &quote! { self })?);
    emission.code(quote! {
        impl #name {
            /// Whether the members are what the schema asks of them together.
            fn fit_together(&self) -> bool {
                #residual
            }
        }
    });
    Some(quote! { Self::fit_together, })
}

/// Operators of the standard library that take a second value, as a builder's method does.
const OPERATORS: &[&str] = &["add", "bitand", "bitor", "bitxor", "div", "mul", "rem", "shl", "shr", "sub"];

/// Notes the lints that a member's methods break by their names, or by being deprecated.
fn note_lints(emission: &mut Emission<'_>, member: &Member) {
    if member.is_deprecated {
        emission.break_lint("deprecated");
    }
    if OPERATORS.contains(&member.field.as_str()) {
        emission.break_lint("clippy::should_implement_trait");
    }
    if ["as_", "from_", "is_", "to_"].iter().any(|prefix| member.field.starts_with(prefix)) {
        emission.break_lint("clippy::wrong_self_convention");
    }
}

/// A member's line in the table.
fn entry(emission: &mut Emission<'_>, ty: &Type, members: &Struct, (place, member): (usize, &Member)) -> TokenStream {
    let (place, name) = (Literal::usize_unsuffixed(place), literal::string(&member.name));
    let field = ident(&member.field);
    let Content::Use(content) = &member.content else {
        let value = emission.statics.constant(ty, member);
        return quote! { #place #name == #value as #field, };
    };
    let deprecated = member.is_deprecated.then(|| quote! { #[deprecated] });
    let kind = match (member.is_required, content) {
        (true, _) => quote! { required },
        (false, Use::Nullable(_)) => quote! { nullable },
        (false, _) => quote! { optional },
    };
    let null = matches!(content, Use::Nullable(_)).then(|| null(members, member));
    let content = emission.content(&settable(content));
    quote! { #place #name => #deprecated #kind #field #null: #content, }
}

/// The line of the members that are not declared: with their type, unless they may be read when they are asked for.
///
/// Keywords over the whole object ask for them at once.
fn further(emission: &mut Emission<'_>, members: &Struct, content: &Use, are_judged: bool) -> TokenStream {
    let extra = ident(&members.extra_field);
    if matches!(content, Use::Json) && !are_judged {
        return quote! { _ => #extra, };
    }
    let content = emission.content(content);
    quote! { _ => #extra: #content, }
}

/// The method that sets a member to `null`.
fn null(members: &Struct, member: &Member) -> TokenStream {
    let mut method = format!("{}_null", member.field.trim_end_matches('_'));
    while members.members.iter().any(|other| other.field == method) {
        method.push('_');
    }
    let method = format_ident!("{method}");
    quote! { or #method }
}

/// What a caller gives: a value that is there, without a box.
fn settable(content: &Use) -> Use {
    match content {
        Use::Nullable(content) => settable(content),
        Use::Boxed(id) => Use::Type(*id),
        content => content.clone(),
    }
}
