//! The plan's names in the place of the stand-ins that typify saw.

use std::collections::HashMap;

use proc_macro2::Ident;
use syn::{Fields, ItemEnum, ItemStruct};

use crate::diagnostic::Diagnostics;
use crate::plan::{Content, Shape, Struct, Type};
use crate::spelling::{rest_field, try_ident};

use super::definition::{field_name, variant_name};
use super::wrong;

/// Gives a struct, its fields in the plan's order, the names of the plan.
pub(super) fn restore_struct(ty: &Type, mut item: ItemStruct) -> Result<ItemStruct, Diagnostics> {
    item.attrs.clear();
    item.ident = ident(ty, &ty.name)?;
    if let Fields::Named(fields) = &mut item.fields {
        let declared = std::mem::take(&mut fields.named).into_iter();
        let mut declared: HashMap<String, _> =
            declared.filter_map(|field| Some((field.ident.as_ref()?.to_string(), field))).collect();
        let restored = fields_of(ty).into_iter().enumerate().map(|(place, name)| {
            let mut field = declared.remove(&field_name(place)).ok_or_else(|| wrong(ty, "typify dropped a field"))?;
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
    let declared = std::mem::take(&mut item.variants).into_iter();
    let mut declared: HashMap<String, _> = declared.map(|variant| (variant.ident.to_string(), variant)).collect();
    let restored = variants_of(ty).into_iter().enumerate().map(|(place, name)| {
        let variant = declared.remove(&variant_name(place));
        let mut variant = variant.ok_or_else(|| wrong(ty, "typify dropped a variant"))?;
        variant.attrs.clear();
        variant.ident = ident(ty, name)?;
        Ok(variant)
    });
    item.variants = restored.collect::<Result<_, Diagnostics>>()?;
    Ok(item)
}

fn fields_of(ty: &Type) -> Vec<&str> {
    match &ty.shape {
        Shape::Struct(Struct { members, extra, extra_field }) => {
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
