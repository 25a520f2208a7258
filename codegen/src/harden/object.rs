//! Structs of an object's members.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use crate::lexeme;
use crate::plan::{Content, Member, Struct, Type, Use};
use crate::spelling::ident;
use crate::support::Json;

use super::emission::Emission;
use super::{builder, defaults};

/// Implements a struct of members.
pub(super) fn implement(emission: &mut Emission<'_>, ty: &Type, members: &Struct) {
    let (name, schema) = (ident(&ty.name), emission.schema_of(ty));
    if members.members.iter().any(|member| member.is_deprecated) {
        emission.break_lint("deprecated");
    }
    builder::implement(emission, ty, members);
    defaults::implement(emission, ty, members);
    let object_type = emission.support("ObjectType");
    let names = members.members.iter().map(|member| &member.name);
    let constants = constants(emission, ty, members);
    let (read, list) = (read(emission, ty, members), list(emission, ty, members));
    let residual = emission.residual(ty, &quote! { self });
    let accepts = residual.map(|residual| quote! { fn accepts(&self) -> bool { #residual } });
    emission.code(quote! {
        impl #object_type for #name {
            const MEMBERS: &'static [&'static str] = &[#(#names),*];
            #constants
            #read
            #list
            #accepts
        }
    });
    emission.verbatim(quote! { support::object_type!(#name, #schema); });
}

/// The members that every object has with one value.
fn constants(emission: &Emission<'_>, ty: &Type, members: &Struct) -> Option<TokenStream> {
    let entries: Vec<_> = members
        .members
        .iter()
        .filter(|member| matches!(member.content, Content::Constant(_)))
        .map(|member| {
            let (name, value) = (&member.name, emission.statics.constant(ty, member));
            quote! { (#name, &schemas::#value) }
        })
        .collect();
    let constants =
        quote! { const CONSTANTS: &'static [(&'static str, &'static support::Constant)] = &[#(#entries),*]; };
    (!entries.is_empty()).then_some(constants)
}

fn read(emission: &mut Emission<'_>, ty: &Type, members: &Struct) -> TokenStream {
    let (map_access, reader) = (emission.serde("MapAccess"), emission.support("ObjectReader"));
    let (object, member) = (fresh("object", members), fresh("member", members));
    if members.members.len() > LONG {
        emission.break_lint("clippy::too_many_lines");
    }
    let slots = members.members.iter().map(|member| slot(member, &object));
    let extra_slot = members.extra.as_ref().map(|_| {
        let (field, builder) = (ident(&members.extra_field), emission.support("MapBuilder"));
        quote! { let mut #field = #builder::new(); }
    });
    let take = take(emission, ty, members, &object, &member);
    let checks = members.members.iter().filter_map(constant_check);
    let fields = members.members.iter().filter_map(|member| field(emission, member));
    let fields: Vec<_> = fields.collect();
    let extra_field = members.extra.as_ref().map(|_| {
        let field = ident(&members.extra_field);
        quote! { #field: support::extra(#field)? }
    });
    quote! {
        #[inline]
        fn read<'de, A: #map_access<'de>>(#object: &mut #reader<'de, A>) -> Result<Self, A::Error> {
            #(#slots)*
            #extra_slot
            #take
            #(#checks)*
            Ok(Self { #(#fields)* #extra_field })
        }
    }
}

/// With more members than this, the function that reads them is longer than clippy likes.
const LONG: usize = 25;

/// The variable that waits for a member.
fn slot(member: &Member, object: &Ident) -> TokenStream {
    let (field, name) = (ident(&member.field), &member.name);
    match &member.content {
        Content::Use(_) => quote! { let mut #field = None; },
        Content::Constant(Json::String(value)) => quote! { let mut #field = #object.has_tag(#name, #value); },
        Content::Constant(_) => quote! { let mut #field = false; },
    }
}

/// The loop that takes the members as they come.
fn take(emission: &Emission<'_>, ty: &Type, members: &Struct, object: &Ident, member: &Ident) -> TokenStream {
    let extra = members.extra.as_ref().map(|_| ident(&members.extra_field));
    if members.members.is_empty() {
        return take_none(extra.as_ref(), object);
    }
    let arms = members.members.iter().enumerate().map(|(place, member)| {
        let (place, field, name) = (Literal::usize_unsuffixed(place), ident(&member.field), &member.name);
        let read = match member.content {
            Content::Use(_) => quote! { #object.value(#name, &mut #field)? },
            Content::Constant(_) => {
                let value = emission.statics.constant(ty, member);
                quote! { #object.constant(#name, &mut #field, &schemas::#value)? }
            }
        };
        // What prettyplease breaks it also puts in braces, and there clippy asks for a semicolon.
        if is_long(&read) {
            quote! { #place => { #read; } }
        } else {
            quote! { #place => #read, }
        }
    });
    let other = extra.map_or_else(
        || quote! { _ => return Err(#object.unexpected()), },
        |extra| quote! { _ => #object.extra(&mut #extra)?, },
    );
    quote! {
        while let Some(#member) = #object.next_member::<Self>()? {
            match #member {
                #(#arms)*
                #other
            }
        }
    }
}

/// The loop of a struct that declares no members.
fn take_none(extra: Option<&Ident>, object: &Ident) -> TokenStream {
    let closed = || {
        quote! {
            if #object.next_member::<Self>()?.is_some() {
                return Err(#object.unexpected());
            }
        }
    };
    let open = |extra| {
        quote! {
            while #object.next_member::<Self>()?.is_some() {
                #object.extra(&mut #extra)?;
            }
        }
    };
    extra.map_or_else(closed, open)
}

/// Whether an arm of the loop does not fit a line of prettyplease's.
fn is_long(read: &TokenStream) -> bool {
    const ROOM: usize = 66;
    lexeme::width(&lexeme::lex(read.clone())) > ROOM
}

fn constant_check(member: &Member) -> Option<TokenStream> {
    let Content::Constant(_) = member.content else { return None };
    let (field, name) = (ident(&member.field), &member.name);
    Some(quote! {
        if !#field {
            return Err(support::missing(#name));
        }
    })
}

/// A field in the struct expression.
fn field(emission: &mut Emission<'_>, member: &Member) -> Option<TokenStream> {
    let Content::Use(content) = &member.content else { return None };
    let (field, name) = (ident(&member.field), &member.name);
    Some(match (member.is_required, content) {
        (true, _) => quote! { #field: support::required(#name, #field)?, },
        (false, Use::Nullable(_)) => {
            let maybe = emission.support("Maybe");
            quote! { #field: #maybe::from(#field), }
        }
        (false, _) => quote! { #field, },
    })
}

/// The function that lists the members that are there.
fn list(emission: &mut Emission<'_>, ty: &Type, members: &Struct) -> TokenStream {
    let member_sink = emission.support("MemberSink");
    let mut steps: Vec<TokenStream> = members.members.iter().map(|member| step(emission, ty, member)).collect();
    if members.extra.is_some() {
        let extra = ident(&members.extra_field);
        steps.push(quote! { sink.map(self.#extra.as_map()) });
    }
    let last = steps.pop();
    let sink = if last.is_some() { format_ident!("sink") } else { format_ident!("_sink") };
    let last = last.unwrap_or_else(|| quote! { Ok(()) });
    quote! {
        fn members<'a, S: #member_sink<'a>>(&'a self, #sink: &mut S) -> Result<(), S::Error> {
            #(#steps?;)*
            #last
        }
    }
}

fn step(emission: &Emission<'_>, ty: &Type, member: &Member) -> TokenStream {
    let (field, name) = (ident(&member.field), &member.name);
    match (&member.content, member.is_required) {
        (Content::Constant(_), _) => {
            let value = emission.statics.constant(ty, member);
            quote! { sink.member(#name, &schemas::#value) }
        }
        (Content::Use(_), true) => quote! { sink.member(#name, &self.#field) },
        (Content::Use(Use::Nullable(_)), false) => quote! { sink.maybe(#name, &self.#field) },
        (Content::Use(_), false) => quote! { sink.optional(#name, self.#field.as_ref()) },
    }
}

/// A variable's name that no field has.
fn fresh(name: &str, members: &Struct) -> Ident {
    let mut name = name.to_owned();
    while members.extra_field == name || members.members.iter().any(|member| member.field == name) {
        name.push('_');
    }
    ident(&name)
}
