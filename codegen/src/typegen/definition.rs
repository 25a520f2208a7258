//! Each plan entry as a definition of the dialect that typify handles well.

use std::collections::BTreeMap;

use schemars::schema::{InstanceType, ObjectValidation, Schema, SchemaObject, SubschemaValidation};

use crate::plan::{Content, Kinded, Plan, Shape, Struct, Tuple, Type, TypeId, Use, Variant};
use crate::spelling::{Spelling, held, machine};

/// The definitions of one module.
#[derive(Debug, Default)]
pub(super) struct Definitions {
    /// The types to declare.
    pub(super) types: Vec<(TypeId, Schema)>,
    /// The Rust types of fields, each with the name of the definition that stands for it.
    pub(super) contents: BTreeMap<String, String>,
}

/// The definition's name of a planned type.
pub(super) fn type_name(id: TypeId) -> String {
    format!("Type{}", id.0)
}

/// The planned type that a definition's name stands for.
pub(super) fn type_of(name: &str) -> Option<TypeId> {
    name.strip_prefix("Type")?.parse().ok().map(TypeId)
}

/// The stand-in for the field at a place.
fn field_name(place: usize) -> String {
    format!("field{place}")
}

/// The place of the field that a stand-in's name stands for.
pub(super) fn place_of_field(name: &str) -> Option<usize> {
    name.strip_prefix("field")?.parse().ok()
}

/// The stand-in for the variant at a place.
fn variant_name(place: usize) -> String {
    format!("Variant{place}")
}

/// The place of the variant that a stand-in's name stands for.
pub(super) fn place_of_variant(name: &str) -> Option<usize> {
    name.strip_prefix("Variant")?.parse().ok()
}

/// The name of a variant that is only there because typify takes no enum of one.
const FILLER: &str = "Filler";

impl Definitions {
    /// Adds the definition of a type, unless it is one that needs no item of typify's.
    pub(super) fn define(&mut self, plan: &Plan, spelling: &mut Spelling, id: TypeId, ty: &Type) {
        let mut typed = |content: &Use| self.reference(spelling.content(plan, content));
        let schema = match &ty.shape {
            Shape::Alias(_) | Shape::Never => return,
            Shape::Strings(variants) => closed_set(variants.len()),
            Shape::Constants(variants) => closed_set(variants.len()),
            Shape::String(_) => typed(&Use::String),
            Shape::Number(_) => typed(&Use::Number),
            Shape::Integer { repr, .. } => match machine(*repr) {
                Some(machine) => self.reference(machine.to_owned()),
                None => typed(&Use::Integer),
            },
            Shape::Array { item, .. } => typed(&Use::Vec(Box::new(item.clone()))),
            Shape::Map { value, .. } => typed(&Use::Map(Box::new(value.clone()))),
            Shape::Newtype(content) => typed(content),
            Shape::Opaque => typed(&Use::Json),
            Shape::Struct(members) => self.members(plan, spelling, members),
            Shape::Tuple(tuple) => self.positions(plan, spelling, tuple),
            Shape::Tagged { variants, .. } => union(variants.iter().map(|variant| typed(&held(variant)))),
            Shape::Kinds(variants) => union(variants.iter().map(|Kinded { content, .. }| typed(content))),
            Shape::Union { variants, .. } => union(variants.iter().map(|Variant { value, .. }| typed(value))),
        };
        self.types.push((id, schema));
    }

    /// A reference to the definition that stands for a Rust type.
    fn reference(&mut self, content: String) -> Schema {
        let next = self.contents.len();
        let name = self.contents.entry(content).or_insert_with(|| format!("Content{next}"));
        Schema::new_ref(format!("#/definitions/{name}"))
    }

    fn members(&mut self, plan: &Plan, spelling: &mut Spelling, members: &Struct) -> Schema {
        let mut fields: Vec<Schema> = Vec::new();
        for member in &members.members {
            let Content::Use(content) = &member.content else { continue };
            let text = spelling.content(plan, content);
            let text = match (member.is_required, content) {
                (true, _) => text,
                (false, Use::Nullable(content)) => {
                    let text = spelling.content(plan, content);
                    format!("{}<{text}>", spelling.support("Maybe"))
                }
                (false, _) => format!("Option<{text}>"),
            };
            fields.push(self.reference(text));
        }
        if let Some(extra) = &members.extra {
            let text = spelling.extra(plan, extra);
            fields.push(self.reference(text));
        }
        object(fields)
    }

    fn positions(&mut self, plan: &Plan, spelling: &mut Spelling, tuple: &Tuple) -> Schema {
        let mut fields: Vec<Schema> = Vec::new();
        for position in &tuple.items {
            let text = spelling.content(plan, &position.content);
            fields.push(self.reference(if position.is_required { text } else { format!("Option<{text}>") }));
        }
        if let Some(rest) = &tuple.rest {
            let text = spelling.content(plan, &rest.content);
            fields.push(self.reference(format!("Vec<{text}>")));
        }
        object(fields)
    }
}

/// An object of which every property is required, so that typify adds no `Option` of its own.
fn object(fields: Vec<Schema>) -> Schema {
    let properties = fields.into_iter().enumerate().map(|(place, field)| (field_name(place), field));
    let properties: schemars::Map<String, Schema> = properties.collect();
    let required = properties.keys().cloned().collect();
    with_type(
        InstanceType::Object,
        SchemaObject {
            object: Some(Box::new(ObjectValidation {
                properties,
                required,
                additional_properties: Some(Box::new(Schema::Bool(false))),
                ..ObjectValidation::default()
            })),
            ..SchemaObject::default()
        },
    )
}

fn closed_set(len: usize) -> Schema {
    let names = (0..len).map(|place| variant_name(place).into());
    with_type(InstanceType::String, SchemaObject { enum_values: Some(names.collect()), ..SchemaObject::default() })
}

/// An enum with data in the form in which schemars writes them: an object with one property, the variant's name.
fn union(contents: impl Iterator<Item = Schema>) -> Schema {
    let mut variants: Vec<Schema> =
        contents.enumerate().map(|(place, content)| variant(variant_name(place), content)).collect();
    if variants.len() == 1 {
        variants.push(variant(FILLER.to_owned(), Schema::Bool(true)));
    }
    Schema::Object(SchemaObject {
        subschemas: Some(Box::new(SubschemaValidation { one_of: Some(variants), ..SubschemaValidation::default() })),
        ..SchemaObject::default()
    })
}

fn variant(name: String, content: Schema) -> Schema {
    with_type(
        InstanceType::Object,
        SchemaObject {
            object: Some(Box::new(ObjectValidation {
                required: std::iter::once(name.clone()).collect(),
                properties: std::iter::once((name, content)).collect(),
                ..ObjectValidation::default()
            })),
            ..SchemaObject::default()
        },
    )
}

fn with_type(instance_type: InstanceType, schema: SchemaObject) -> Schema {
    Schema::Object(SchemaObject { instance_type: Some(instance_type.into()), ..schema })
}
