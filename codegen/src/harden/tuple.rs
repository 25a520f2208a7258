//! Structs of an array's positions.

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::{Rest, Tuple, Type};
use crate::spelling::{ident, rest_field};

use super::emission::Emission;
use super::newtype;

/// Implements a struct of positions.
pub(super) fn implement(emission: &mut Emission<'_>, ty: &Type, tuple: &Tuple) {
    let (name, schema) = (ident(&ty.name), emission.schema_of(ty));
    let tuple_type = emission.support("TupleType");
    let (read, items) = (read(emission, tuple), items(emission, tuple));
    let condition = emission.conditions(ty, &quote! { self }, bounds(tuple));
    let accepts = condition.map(|condition| quote! { fn accepts(&self) -> bool { #condition } });
    emission.code(quote! { impl #tuple_type for #name { #read #items #accepts } });
    emission.verbatim(quote! { support::tuple_type!(#name, #schema); });
}

/// How many items there may be behind the positions.
fn bounds(tuple: &Tuple) -> Vec<TokenStream> {
    let field = ident(rest_field(tuple));
    let bounds = tuple.rest.iter().flat_map(|rest| newtype::size(&quote! { self.#field }, rest.min, rest.max));
    bounds.collect()
}

fn read(emission: &mut Emission<'_>, tuple: &Tuple) -> TokenStream {
    let seq_access = emission.serde("SeqAccess");
    let fields = tuple.items.iter().map(|position| {
        let field = ident(&position.field);
        if position.is_required {
            quote! { #field: support::required_item(&mut items)?, }
        } else {
            quote! { #field: items.next_element()?, }
        }
    });
    let further = |_: &Rest| {
        let rest = ident(rest_field(tuple));
        quote! { #rest: support::rest(&mut items)? }
    };
    let finish = if let Some(further) = tuple.rest.as_ref().map(further) {
        quote! { Ok(Self { #(#fields)* #further }) }
    } else {
        quote! {
            let value = Self { #(#fields)* };
            support::end(&mut items)?;
            Ok(value)
        }
    };
    quote! {
        fn read<'de, A: #seq_access<'de>>(mut items: A) -> Result<Self, A::Error> {
            #finish
        }
    }
}

fn items(emission: &mut Emission<'_>, tuple: &Tuple) -> TokenStream {
    let item_sink = emission.support("ItemSink");
    let steps = tuple.items.iter().map(|position| {
        let field = ident(&position.field);
        if position.is_required {
            quote! { sink.item(&self.#field)?; }
        } else {
            quote! { sink.optional(self.#field.as_ref())?; }
        }
    });
    let further = |_: &Rest| {
        let rest = ident(rest_field(tuple));
        quote! { self.#rest.iter().try_for_each(|item| sink.item(item)) }
    };
    let has_optional = tuple.items.iter().any(|position| !position.is_required);
    let gaps = has_optional.then(|| quote! { let sink = &mut support::WithoutGaps::new(sink); });
    let last = tuple.rest.as_ref().map_or_else(|| quote! { Ok(()) }, further);
    quote! {
        fn items<'a, S: #item_sink<'a>>(&'a self, sink: &mut S) -> Result<(), S::Error> {
            #gaps
            #(#steps)*
            #last
        }
    }
}
