//! `Debug` of types that hold what a schema marks with `x-sensitive`: it shows the rest.

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::{Content, Shape, Struct, Type};
use crate::spelling::ident;

use super::emission::Emission;

/// Whether `Debug` does not show all that a type holds, so that it cannot be derived.
pub(super) fn hides(ty: &Type) -> bool {
    let has_hidden = |object: &Struct| object.members.iter().any(|member| member.is_sensitive);
    ty.is_sensitive || matches!(&ty.shape, Shape::Struct(object) if object.is_extra_sensitive || has_hidden(object))
}

/// Implements `Debug` where it is not derived.
///
/// ```text
/// formatter.debug_struct("Login").field("user", &self.user).field("password", &format_args!("(not shown)")).finish()
/// ```
pub(super) fn implement(emission: &mut Emission<'_>, ty: &Type) {
    if !hides(ty) {
        return;
    }
    let (name, label) = (ident(&ty.name), &ty.name);
    let shown = match &ty.shape {
        // What it stands for hides itself.
        Shape::Alias(_) => return,
        Shape::Struct(object) if !ty.is_sensitive => fields(object),
        _ => quote! { .field(&format_args!("not shown")) },
    };
    let begin = if ty.is_sensitive {
        quote! { debug_tuple }
    } else {
        quote! { debug_struct }
    };
    emission.code(quote! {
        impl std::fmt::Debug for #name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.#begin(#label)#shown.finish()
            }
        }
    });
}

/// The calls that show a struct's fields.
fn fields(object: &Struct) -> TokenStream {
    let held = object.members.iter().filter(|member| matches!(member.content, Content::Use(_)));
    let members = held.map(|member| field(&member.field, member.is_sensitive));
    let extra = object.extra.iter().map(|_| field(&object.extra_field, object.is_extra_sensitive));
    members.chain(extra).collect()
}

fn field(name: &str, is_sensitive: bool) -> TokenStream {
    let field = ident(name);
    if is_sensitive {
        quote! { .field(#name, &format_args!("(not shown)")) }
    } else {
        quote! { .field(#name, &self.#field) }
    }
}
