//! What stands in front of declarations: documentation, `#[deprecated]` and derives, all from the plan.

use quote::{format_ident, quote};
use syn::token::{Bracket, Paren, Pound};
use syn::{AttrStyle, Attribute, Fields, ItemEnum, ItemStruct, MacroDelimiter, Meta, MetaList, parse_quote};

use crate::plan::{Content, Kinded, Member, Plan, Residual, Shape, Tagged, Type, Use};
use crate::pointer;
use crate::support::Json;

use super::emission::Emission;
use super::{debug, docs};

/// The documentation of a type, and whether it is deprecated.
pub(super) fn of_type(plan: &Plan, ty: &Type) -> Vec<Attribute> {
    let text = or(&ty.docs, || place(plan, ty));
    with_deprecation(&text, ty.is_deprecated)
}

/// What a schema is that says nothing about itself: its part in what it stands in, or else its place.
fn place(plan: &Plan, ty: &Type) -> String {
    let pointer = &plan.graph.get(ty.schema).location.pointer;
    let Some((holder, last)) = pointer::parent(pointer) else { return "The root of the schema.".to_owned() };
    let at_place = || format!("The schema at {}.", code(pointer));
    let Some(owner) = ty.owner.and_then(|owner| plan.get(owner)) else {
        let is_definition = matches!(holder.rsplit('/').next(), Some("$defs" | "definitions" | "schemas"));
        return if is_definition { format!("The definition {}.", code(&last)) } else { at_place() };
    };
    let has_member = |name: &str| match &owner.shape {
        Shape::Struct(object) => object.members.iter().any(|member| member.name == name),
        _ => false,
    };
    if owner.module != ty.module {
        at_place()
    } else if holder.ends_with("/properties") && has_member(&last) {
        format!("The member {} of [`{}`].", code(&last), owner.name)
    } else if last == "items" && plan.graph.get(owner.schema).location.pointer == holder {
        format!("An item of [`{}`].", owner.name)
    } else {
        at_place()
    }
}

/// The traits that a type derives.
pub(super) fn derives(ty: &Type) -> Attribute {
    let copy = ty.traits.is_copy.then(|| quote! { Copy, });
    let order = ty.traits.is_ordered.then(|| quote! { PartialOrd, Ord, });
    let debug = (!debug::hides(ty)).then(|| quote! { Debug, });
    let derive = MetaList {
        path: format_ident!("derive").into(),
        delimiter: MacroDelimiter::Paren(Paren::default()),
        tokens: quote! { Clone, #copy #debug PartialEq, Eq, #order Hash },
    };
    Attribute {
        pound_token: Pound::default(),
        style: AttrStyle::Outer,
        bracket_token: Bracket::default(),
        meta: Meta::List(derive),
    }
}

/// A struct with its documentation, derives and the visibility of its fields.
pub(super) fn on_struct(plan: &Plan, ty: &Type, mut item: ItemStruct) -> ItemStruct {
    item.attrs = on_item(plan, ty);
    match (&mut item.fields, &ty.shape) {
        (Fields::Named(fields), Shape::Struct(members)) => {
            if ty.residual != Residual::None {
                item.attrs.push(parse_quote! { #[non_exhaustive] });
            }
            let docs = members.members.iter().filter(|member| matches!(member.content, Content::Use(_))).map(on_member);
            let extra = members.extra.iter().map(|_| docs::outer("Members that the schema does not name."));
            for (field, attributes) in fields.named.iter_mut().zip(docs.chain(extra)) {
                field.attrs = attributes;
            }
        }
        (Fields::Named(fields), Shape::Tuple(tuple)) => {
            let docs =
                tuple.items.iter().enumerate().map(|(place, position)| {
                    docs::outer(&or(&position.docs, || format!("The item at index {place}.")))
                });
            let rest = tuple.rest.iter().map(|_| docs::outer("The items behind those."));
            for (field, attributes) in fields.named.iter_mut().zip(docs.chain(rest)) {
                field.attrs = attributes;
            }
        }
        (Fields::Unnamed(fields), _) => {
            fields.unnamed.iter_mut().for_each(|field| field.vis = syn::Visibility::Inherited);
        }
        (Fields::Named(_) | Fields::Unit, _) => {}
    }
    item
}

/// An enum with its documentation and derives.
pub(super) fn on_enum(emission: &mut Emission<'_>, ty: &Type, mut item: ItemEnum) -> ItemEnum {
    item.attrs = on_item(emission.plan, ty);
    for (variant, text) in item.variants.iter_mut().zip(variants(emission, ty)) {
        variant.attrs = docs::outer(&text);
    }
    item
}

fn on_item(plan: &Plan, ty: &Type) -> Vec<Attribute> {
    let mut attributes = of_type(plan, ty);
    attributes.push(derives(ty));
    attributes
}

fn on_member(member: &Member) -> Vec<Attribute> {
    let text = or(&member.docs, || format!("The member {}.", code(&member.name)));
    with_deprecation(&text, member.is_deprecated)
}

/// The documentation of an enum's variants.
fn variants(emission: &mut Emission<'_>, ty: &Type) -> Vec<String> {
    match &ty.shape {
        Shape::Strings(variants) => variants
            .iter()
            .map(|variant| or(&variant.docs, || format!("The string {}.", code(&variant.value))))
            .collect(),
        Shape::Constants(variants) => {
            let value = |value: &Json| format!("The value {}.", code(&value.to_string()));
            variants.iter().map(|variant| or(&variant.docs, || value(&variant.value))).collect()
        }
        Shape::Tagged { tag, variants } => {
            variants.iter().map(|variant| or(&variant.docs, || tagged(tag, variant))).collect()
        }
        Shape::Kinds(variants) => variants.iter().map(|variant| kinded(emission, variant)).collect(),
        Shape::Union { variants, .. } => {
            variants.iter().map(|variant| or(&variant.docs, || held(emission, &variant.value))).collect()
        }
        _ => Vec::new(),
    }
}

fn tagged(tag: &str, variant: &Tagged) -> String {
    let values: Vec<String> = variant.tags.iter().map(|value| code(value)).collect();
    format!("The member {} is {}.", code(tag), values.join(" or "))
}

fn kinded(emission: &mut Emission<'_>, variant: &Kinded) -> String {
    match variant.content {
        Use::Null => "`null`.".to_owned(),
        Use::Boolean => "`true` or `false`.".to_owned(),
        _ => held(emission, &variant.content),
    }
}

fn held(emission: &mut Emission<'_>, content: &Use) -> String {
    let text = emission.content(content).to_string().replace(' ', "");
    if matches!(content, Use::Type(_)) { format!("Holds [`{text}`].") } else { format!("Holds `{text}`.") }
}

/// The author's words, or others where there are none.
fn or(docs: &str, other: impl FnOnce() -> String) -> String {
    if docs.is_empty() { other() } else { docs::escaped(docs) }
}

/// A short text as code in Markdown; as JSON if it has nothing to show, or more than a line.
fn code(text: &str) -> String {
    let is_blank = text.trim().is_empty() || text.contains(|character| character < ' ');
    let text = if is_blank { Json::from(text).to_string() } else { text.to_owned() };
    let short: String = if text.chars().count() <= 80 { text } else { text.chars().take(79).chain(['…']).collect() };
    if short.contains('`') { format!("`` {short} ``") } else { format!("`{short}`") }
}

fn with_deprecation(text: &str, is_deprecated: bool) -> Vec<Attribute> {
    let mut attributes = docs::outer(text);
    if is_deprecated {
        attributes.push(parse_quote! { #[deprecated] });
    }
    attributes
}
