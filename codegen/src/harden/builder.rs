//! The methods that build a struct member by member.

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::{Content, Member, Struct, Type, Use};
use crate::spelling::ident;

use super::docs;
use super::emission::Emission;

/// Implements the start of a builder, and a method of it for each member.
pub(super) fn implement(emission: &mut Emission<'_>, ty: &Type, members: &Struct) {
    let name = ident(&ty.name);
    emission.code(quote! {
        impl #name {
            /// Starts a value, member by member.
            #[must_use]
            pub fn builder() -> support::Builder<Self> {
                support::Builder::new()
            }
        }
    });
    let methods: Vec<_> = members.members.iter().filter_map(|member| methods(emission, members, member)).collect();
    if !methods.is_empty() {
        emission.code(quote! { impl support::Builder<#name> { #(#methods)* } });
    }
}

fn methods(emission: &mut Emission<'_>, members: &Struct, member: &Member) -> Option<TokenStream> {
    let Content::Use(content) = &member.content else { return None };
    let (field, name) = (ident(&member.field), &member.name);
    if ["as_", "from_", "is_", "to_"].iter().any(|prefix| member.field.starts_with(prefix)) {
        emission.break_lint("clippy::wrong_self_convention");
    }
    let summary = docs::summary(&member.docs).map_or_else(String::new, |summary| format!(": {summary}"));
    let docs = docs::outer(&format!("Sets `{name}`{summary}."));
    let deprecated = member.is_deprecated.then(|| quote! { #[deprecated] });
    let (value, becomes) = (emission.content(&settable(content)), emission.support("Becomes"));
    let null = matches!(content, Use::Nullable(_)).then(|| null(members, member));
    Some(quote! {
        #(#docs)*
        #deprecated
        #[must_use]
        pub fn #field(self, value: impl #becomes<#value>) -> Self {
            self.set(#name, value)
        }
        #null
    })
}

/// What a caller gives: a value that is there, without a box.
fn settable(content: &Use) -> Use {
    match content {
        Use::Nullable(content) => settable(content),
        Use::Boxed(id) => Use::Type(*id),
        content => content.clone(),
    }
}

/// The method that sets a member to `null`.
fn null(members: &Struct, member: &Member) -> TokenStream {
    let mut method = format!("{}_null", member.field.trim_end_matches('_'));
    while members.members.iter().any(|other| other.field == method) {
        method.push('_');
    }
    let (method, name) = (ident(&method), &member.name);
    let docs = docs::outer(&format!("Sets `{name}` to `null`."));
    quote! {
        #(#docs)*
        #[must_use]
        pub fn #method(self) -> Self {
            self.null(#name)
        }
    }
}
