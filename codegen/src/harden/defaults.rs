//! The methods that offer what a schema gives as `default`, which is an annotation: no document gets it by itself.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::plan::{Content, Member, Struct, Type, Use};
use crate::spelling::ident;
use crate::support::Json;

use super::emission::Emission;
use super::{docs, values};

/// Implements a method for each member that has a default.
pub(super) fn implement(emission: &mut Emission<'_>, ty: &Type, members: &Struct) {
    let methods: Vec<_> = members.members.iter().filter_map(|member| method(emission, member)).collect();
    if !methods.is_empty() {
        let name = ident(&ty.name);
        emission.code(quote! { impl #name { #(#methods)* } });
    }
}

fn method(emission: &mut Emission<'_>, member: &Member) -> Option<TokenStream> {
    let (Content::Use(content), Some(json)) = (&member.content, &member.default) else { return None };
    let method = match (member.is_required, content) {
        (true, _) => default(emission, member, content, json),
        (false, Use::Nullable(content)) => nullable(emission, member, content, json),
        (false, content) => optional(emission, member, content, json),
    };
    Some(method.unwrap_or_else(|| as_json(emission, member, json)))
}

/// A function that makes the default.
fn default(emission: &mut Emission<'_>, member: &Member, content: &Use, json: &Json) -> Option<TokenStream> {
    let value = values::value(emission, content, json)?;
    let content = emission.content(content);
    Some(offer(member, &content, &value))
}

/// A function that makes the default as any JSON, for types that only their own module can make.
fn as_json(emission: &mut Emission<'_>, member: &Member, json: &Json) -> TokenStream {
    let value = values::any(emission, json);
    let content = emission.support("Json");
    offer(member, &quote! { #content }, &value)
}

fn offer(member: &Member, content: &TokenStream, value: &TokenStream) -> TokenStream {
    let method = format_ident!("default_{}", plain(member));
    let docs = docs::outer(&format!("The value that the schema gives as the default of `{}`.", member.name));
    quote! {
        #(#docs)*
        #[must_use]
        pub fn #method() -> #content {
            #value
        }
    }
}

/// A method that gives a member, or the default where the member is absent.
fn optional(emission: &mut Emission<'_>, member: &Member, content: &Use, json: &Json) -> Option<TokenStream> {
    let field = ident(&member.field);
    if let (Use::String, Json::String(text)) = (content, json) {
        return Some(accessor(member, &quote! { &str }, &quote! { self.#field.as_deref().unwrap_or(#text) }));
    }
    if emission.is_copy(content) {
        let value = values::value(emission, content, json)?;
        let content = emission.content(content);
        return Some(accessor(member, &content, &quote! { self.#field.unwrap_or(#value) }));
    }
    if is_empty_list(content, json) {
        let content = borrowed(emission, content);
        return Some(accessor(member, &content, &quote! { self.#field.as_deref().unwrap_or_default() }));
    }
    let make = maker(emission, content, json)?;
    let (ty, lazy) = (emission.content(content), emission.lazy());
    let body = quote! {
        static DEFAULT: #lazy<#ty> = #lazy::new(#make);
        self.#field.as_ref().unwrap_or(&DEFAULT)
    };
    let content = borrowed(emission, content);
    Some(accessor(member, &content, &body))
}

fn is_empty_list(content: &Use, json: &Json) -> bool {
    matches!((content, json), (Use::Vec(_), Json::Array(items)) if items.is_empty())
}

/// How a value is lent: a list as a slice, a text as `&str`.
fn borrowed(emission: &mut Emission<'_>, content: &Use) -> TokenStream {
    match content {
        Use::String => quote! { &str },
        Use::Vec(item) => {
            let item = emission.content(item);
            quote! { &[#item] }
        }
        content => {
            let content = emission.content(content);
            quote! { &#content }
        }
    }
}

/// The function that makes a default when it is first asked for.
fn maker(emission: &mut Emission<'_>, content: &Use, json: &Json) -> Option<TokenStream> {
    match (content, json) {
        _ if is_empty_list(content, json) => Some(quote! { Vec::new }),
        (Use::Map(_), Json::Object(members)) if members.is_empty() => {
            let map = emission.support("Map");
            Some(quote! { #map::new })
        }
        _ => values::value(emission, content, json).map(|value| quote! { || #value }),
    }
}

/// The same for a member that may also be `null`.
fn nullable(emission: &mut Emission<'_>, member: &Member, content: &Use, json: &Json) -> Option<TokenStream> {
    let (field, ty, lent) = (ident(&member.field), emission.content(content), borrowed(emission, content));
    if *json == Json::Null {
        let as_lent = match content {
            Use::String => Some(quote! { .map(String::as_str) }),
            Use::Vec(_) => Some(quote! { .map(Vec::as_slice) }),
            _ => None,
        };
        return Some(accessor(member, &quote! { Option<#lent> }, &quote! { self.#field.value()#as_lent }));
    }
    let (maybe, make) = (emission.support("Maybe"), maker(emission, content, json)?);
    let lazy = emission.lazy();
    let body = quote! {
        static DEFAULT: #lazy<#ty> = #lazy::new(#make);
        match &self.#field {
            #maybe::Absent => Some(&DEFAULT),
            #maybe::Null => None,
            #maybe::Value(value) => Some(value),
        }
    };
    Some(accessor(member, &quote! { Option<#lent> }, &body))
}

fn accessor(member: &Member, content: &TokenStream, body: &TokenStream) -> TokenStream {
    let method = format_ident!("{}_or_default", plain(member));
    let docs = docs::outer(&format!("`{}`, or the schema's default where it is absent.", member.name));
    quote! {
        #(#docs)*
        #[must_use]
        pub fn #method(&self) -> #content {
            #body
        }
    }
}

/// The field's name as a part of a longer one.
fn plain(member: &Member) -> &str {
    member.field.trim_start_matches("r#").trim_end_matches('_')
}
