//! The plan's names in the place of the stand-ins that typify saw.

use proc_macro2::Ident;
use syn::punctuated::Punctuated;
use syn::token::Comma;
use syn::{Field, Fields, ItemEnum, ItemStruct, Variant};

use crate::diagnostic::Diagnostics;
use crate::plan::{Content, Shape, Struct, Type};
use crate::spelling::{rest_field, try_ident};

use super::definition::{place_of_field, place_of_variant};
use super::wrong;

/// Gives a struct, its fields in the plan's order, the names of the plan.
pub(super) fn restore_struct(ty: &Type, mut item: ItemStruct) -> Result<ItemStruct, Diagnostics> {
    item.attrs.clear();
    item.ident = ident(ty, &ty.name)?;
    if let Fields::Named(fields) = &mut item.fields {
        let place = |field: &Field| place_of_field(&field.ident.as_ref()?.to_string());
        let declared = in_order(std::mem::take(&mut fields.named), place);
        let names = fields_of(ty);
        if declared.len() != names.len() {
            return Err(wrong(ty, "typify dropped a field"));
        }
        let restored = declared.into_iter().zip(names).map(|(mut field, name)| {
            field.attrs.clear();
            field.ident = Some(ident(ty, name)?);
            Ok(field)
        });
        fields.named = restored.collect::<Result<_, Diagnostics>>()?;
    }
    Ok(item)
}

/// Gives an enum, its variants in the plan's order, the names of the plan.
pub(super) fn restore_enum(ty: &Type, mut item: ItemEnum) -> Result<ItemEnum, Diagnostics> {
    item.attrs.clear();
    item.ident = ident(ty, &ty.name)?;
    let place = |variant: &Variant| place_of_variant(&variant.ident.to_string());
    let declared = in_order(std::mem::take(&mut item.variants), place);
    let names = variants_of(ty);
    if declared.len() != names.len() {
        return Err(wrong(ty, "typify dropped a variant"));
    }
    let restored = declared.into_iter().zip(names).map(|(mut variant, name)| {
        variant.attrs.clear();
        variant.ident = ident(ty, name)?;
        Ok(variant)
    });
    item.variants = restored.collect::<Result<_, Diagnostics>>()?;
    Ok(item)
}

/// What typify sorted by the stand-ins' names, in the order of the places that these stand for.
fn in_order<T>(declared: Punctuated<T, Comma>, place: impl Fn(&T) -> Option<usize>) -> Vec<T> {
    let mut placed: Vec<(usize, T)> = declared.into_iter().filter_map(|item| Some((place(&item)?, item))).collect();
    placed.sort_by_key(|(place, _)| *place);
    placed.into_iter().map(|(_, item)| item).collect()
}

fn fields_of(ty: &Type) -> Vec<&str> {
    match &ty.shape {
        Shape::Struct(Struct { members, extra, extra_field, .. }) => {
            let members = members.iter().filter(|member| matches!(member.content, Content::Use(_)));
            let extra = extra.iter().map(|_| extra_field.as_str());
            members.map(|member| member.field.as_str()).chain(extra).collect()
        }
        Shape::Tuple(tuple) => {
            let rest = tuple.rest.iter().map(|_| rest_field(tuple));
            tuple.items.iter().map(|position| position.field.as_str()).chain(rest).collect()
        }
        _ => Vec::new(),
    }
}

fn variants_of(ty: &Type) -> Vec<&str> {
    match &ty.shape {
        Shape::Strings(variants) => variants.iter().map(|variant| variant.name.as_str()).collect(),
        Shape::Constants(variants) => variants.iter().map(|variant| variant.name.as_str()).collect(),
        Shape::Tagged { variants, .. } => variants.iter().map(|variant| variant.name.as_str()).collect(),
        Shape::Kinds(variants) => variants.iter().map(|variant| variant.name.as_str()).collect(),
        Shape::Union { variants, .. } => variants.iter().map(|variant| variant.name.as_str()).collect(),
        _ => Vec::new(),
    }
}

fn ident(ty: &Type, name: &str) -> Result<Ident, Diagnostics> {
    try_ident(name).ok_or_else(|| wrong(ty, &format!("`{name}` is no Rust identifier")))
}
