//! JSON values that the generator knows as Rust expressions of the planned types.

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::{Content, Kind, Kinded, Member, Shape, Struct, Tagged, TypeId, Use};
use crate::spelling::{held, ident, machine};
use crate::support::{Json, Number};

use super::emission::Emission;
use super::literal;

/// The expression of a value that is valid for `content`.
///
/// `None` where only the type itself can make it: from another module, or by trying its variants.
pub(super) fn value(emission: &mut Emission<'_>, content: &Use, json: &Json) -> Option<TokenStream> {
    match (content, json) {
        (Use::Json, json) => Some(any(emission, json)),
        (Use::Null, _) => {
            let null = emission.support("Null");
            Some(quote! { #null })
        }
        (Use::Boolean, Json::Bool(value)) => Some(quote! { #value }),
        (Use::String, Json::String(text)) => Some(quote! { #text.to_owned() }),
        (Use::Integer, Json::Number(number)) => integer(emission, "Integer", number),
        (Use::PlainInteger, Json::Number(number)) => integer(emission, "PlainInteger", number),
        (Use::Number, Json::Number(number)) => Some(self::number(emission, number)),
        (Use::Type(id), json) => planned(emission, *id, json),
        (Use::Boxed(id), json) => planned(emission, *id, json).map(|value| quote! { Box::new(#value) }),
        (Use::Nullable(_), Json::Null) => Some(quote! { None }),
        (Use::Nullable(content), json) => value(emission, content, json).map(|value| quote! { Some(#value) }),
        (Use::Vec(item), Json::Array(items)) => list(emission, item, items),
        (Use::Map(content), Json::Object(members)) => {
            let map = emission.support("Map");
            if members.is_empty() {
                return Some(quote! { #map::new() });
            }
            let members = members.iter().map(|(name, json)| Some((name, value(emission, content, json)?)));
            let members =
                members.collect::<Option<Vec<_>>>()?.into_iter().map(|(name, value)| quote! { (#name, #value) });
            Some(quote! { #map::from_iter([#(#members),*]) })
        }
        _ => None,
    }
}

/// The expression of any JSON.
pub(super) fn any(emission: &mut Emission<'_>, json: &Json) -> TokenStream {
    let name = emission.support("Json");
    match json {
        Json::Null => quote! { #name::Null },
        Json::Bool(value) => quote! { #name::Bool(#value) },
        Json::String(text) => quote! { #name::from(#text) },
        json => {
            let constant = literal::constant(json, emission.names());
            quote! { support::to_json(&#constant) }
        }
    }
}

fn list(emission: &mut Emission<'_>, item: &Use, items: &[Json]) -> Option<TokenStream> {
    let items = items.iter().map(|json| value(emission, item, json)).collect::<Option<Vec<_>>>()?;
    Some(if items.is_empty() {
        quote! { Vec::new() }
    } else {
        quote! { vec![#(#items),*] }
    })
}

fn number(emission: &mut Emission<'_>, number: &Number) -> TokenStream {
    let view = literal::number(number, emission.names());
    let name = emission.support("Number");
    quote! { #name::from(#view) }
}

fn integer(emission: &mut Emission<'_>, name: &'static str, number: &Number) -> Option<TokenStream> {
    let name = emission.support(name);
    let value = literal::suffixed(number)?;
    Some(quote! { #name::from(#value) })
}

fn planned(emission: &mut Emission<'_>, id: TypeId, json: &Json) -> Option<TokenStream> {
    let ty = emission.plan.get(id)?;
    let name = emission.content(&Use::Type(id));
    match (&ty.shape, json) {
        (Shape::Alias(content), json) => value(emission, content, json),
        (Shape::Strings(variants), Json::String(text)) => {
            let variant = variants.iter().find(|variant| variant.value == *text)?;
            let variant = ident(&variant.name);
            Some(quote! { #name::#variant })
        }
        (Shape::Constants(variants), json) => {
            let variant = variants.iter().find(|variant| variant.value == *json)?;
            let variant = ident(&variant.name);
            Some(quote! { #name::#variant })
        }
        (Shape::Tagged { tag, variants }, json) => tagged(emission, &name, json.get(tag)?.as_str()?, variants, json),
        (Shape::Kinds(variants), json) => kinded(emission, &name, variants, json),
        (Shape::Struct(members), Json::Object(_)) => fields(emission, &name, members, json),
        (shape, json) if ty.module == emission.module() => {
            let content = wrapped(emission, shape, json)?;
            Some(quote! { #name(#content) })
        }
        _ => None,
    }
}

/// The content of a newtype.
fn wrapped(emission: &mut Emission<'_>, shape: &Shape, json: &Json) -> Option<TokenStream> {
    match (shape, json) {
        (Shape::String(_), json) => value(emission, &Use::String, json),
        (Shape::Number(_), json) => value(emission, &Use::Number, json),
        (Shape::Integer { repr, .. }, Json::Number(number)) => match (machine(*repr), number.as_u64(), number.as_i64())
        {
            (None, ..) => integer(emission, "Integer", number),
            (Some(_), Some(value), _) => Some(literal::unsigned(value)),
            (Some(_), None, Some(value)) => Some(literal::integer(value.into())),
            (Some(_), None, None) => None,
        },
        (Shape::Array { item, .. }, Json::Array(items)) => list(emission, item, items),
        (Shape::Map { value: content, .. }, json) => value(emission, &Use::Map(Box::new(content.clone())), json),
        (Shape::Newtype(content), json) => value(emission, content, json),
        (Shape::Opaque, json) => Some(any(emission, json)),
        _ => None,
    }
}

fn tagged(
    emission: &mut Emission<'_>,
    name: &TokenStream,
    tag: &str,
    variants: &[Tagged],
    json: &Json,
) -> Option<TokenStream> {
    let variant = variants.iter().find(|variant| variant.tags.iter().any(|other| other == tag))?;
    let (content, variant) = (value(emission, &held(variant), json)?, ident(&variant.name));
    Some(quote! { #name::#variant(#content) })
}

fn kinded(emission: &mut Emission<'_>, name: &TokenStream, variants: &[Kinded], json: &Json) -> Option<TokenStream> {
    let kind = match json {
        Json::Null => Kind::Null,
        Json::Bool(_) => Kind::Boolean,
        Json::Number(_) => Kind::Number,
        Json::String(_) => Kind::String,
        Json::Array(_) => Kind::Array,
        Json::Object(_) => Kind::Object,
    };
    let variant = variants.iter().find(|variant| variant.kinds.contains(&kind))?;
    let (content, variant) = (value(emission, &variant.content, json)?, ident(&variant.name));
    Some(quote! { #name::#variant(#content) })
}

fn fields(emission: &mut Emission<'_>, name: &TokenStream, members: &Struct, json: &Json) -> Option<TokenStream> {
    let declared = |name: &str| members.members.iter().any(|member| member.name == name);
    if json.as_object()?.keys().any(|name| !declared(name)) {
        return None;
    }
    let fields = members.members.iter().filter(|member| matches!(member.content, Content::Use(_)));
    let fields = fields.map(|member| field(emission, member, json.get(&member.name))).collect::<Option<Vec<_>>>()?;
    let extra = members.extra.as_ref().map(|_| {
        let (field, extra) = (ident(&members.extra_field), emission.support("Extra"));
        quote! { #field: #extra::new() }
    });
    Some(quote! { #name { #(#fields)* #extra } })
}

fn field(emission: &mut Emission<'_>, member: &Member, json: Option<&Json>) -> Option<TokenStream> {
    let Content::Use(content) = &member.content else { return None };
    let field = ident(&member.field);
    let value = match (member.is_required, content, json) {
        (true, content, Some(json)) => value(emission, content, json)?,
        (true, _, None) => return None,
        (false, Use::Nullable(content), json) => {
            let maybe = emission.support("Maybe");
            match json {
                None => quote! { #maybe::Absent },
                Some(Json::Null) => quote! { #maybe::Null },
                Some(json) => {
                    let value = value(emission, content, json)?;
                    quote! { #maybe::Value(#value) }
                }
            }
        }
        (false, _, None) => quote! { None },
        (false, content, Some(json)) => {
            let value = value(emission, content, json)?;
            quote! { Some(#value) }
        }
    };
    Some(quote! { #field: #value, })
}
