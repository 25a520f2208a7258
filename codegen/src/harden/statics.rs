//! The names of the statics in which generated code keeps schemas, constants and resources.

use std::collections::{BTreeMap, HashMap, HashSet};

use heck::ToShoutySnakeCase;
use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::plan::{Content, Member, Plan, Residual, Shape, Type};
use crate::pointer;
use crate::schema::{SchemaId, Subschema};
use crate::spelling::{ident, is_letter};
use crate::support::Json;

use super::documents::Documents;
use super::placement::Placement;

/// Longer names lose their first words.
const LONGEST: usize = 60;

/// A static: the module whose `schemas` it stands in, and its name there.
#[derive(Clone, Debug)]
pub(super) struct Static {
    pub(super) module: usize,
    pub(super) name: String,
}

/// The statics of all modules.
#[derive(Debug, Default)]
pub(super) struct Statics {
    schemas: HashMap<SchemaId, Static>,
    resources: BTreeMap<usize, Static>,
    /// Those of types that no document holds.
    derived: HashSet<SchemaId>,
    /// By module, type and member.
    constants: HashMap<(usize, String, String), String>,
    /// The subschemas of each module that have statics, in order.
    order: Vec<Vec<SchemaId>>,
}

/// The names that each module has given out.
struct Taken(Vec<HashSet<String>>);

impl Statics {
    /// Names everything that the plan's types need.
    pub(super) fn of(plan: &Plan, documents: &Documents<'_>) -> Self {
        let placement = Placement::of(plan);
        let mut taken = Taken(plan.modules.iter().map(|_| HashSet::new()).collect());
        documents.names().for_each(|(module, name)| taken.keep(module, name));
        let mut statics = Self { order: plan.modules.iter().map(|_| Vec::new()).collect(), ..Self::default() };
        statics.name_types(plan, &placement, &mut taken);
        for (resource, module) in &placement.resources {
            let name = resource_name(plan, *resource);
            let name = if taken.has(*module, &name) { format!("{name}_RESOURCE") } else { name };
            let name = taken.give(*module, &name);
            statics.resources.insert(*resource, Static { module: *module, name });
        }
        for (id, module) in placement.named {
            let subschema = plan.graph.get(id);
            statics.schemas.entry(id).or_insert_with(|| {
                let name = taken.give(module, &schema_name(plan, subschema));
                Static { module, name }
            });
            if let Some(order) = statics.order.get_mut(module) {
                order.push(id);
            }
        }
        statics
    }

    /// Gives types the first choice of names.
    fn name_types(&mut self, plan: &Plan, placement: &Placement, taken: &mut Taken) {
        let modules: HashMap<SchemaId, usize> = placement.named.iter().copied().collect();
        let mut name = |statics: &mut Self, id: SchemaId, wish: &str| {
            let Some(module) = modules.get(&id).copied() else { return };
            statics.schemas.entry(id).or_insert_with(|| Static { module, name: taken.give(module, wish) });
        };
        for ty in plan.types.iter().filter(|ty| !matches!(ty.shape, Shape::Alias(_))) {
            name(self, ty.schema, &shouted(&ty.name));
            if !plan.graph.is_written(ty.schema) {
                self.derived.insert(ty.schema);
            }
        }
        for ty in &plan.types {
            if let Residual::Schema(residual) = ty.residual {
                name(self, residual, &format!("{}_REST", shouted(&ty.name)));
            }
        }
        for ty in &plan.types {
            let Shape::Struct(members) = &ty.shape else { continue };
            for member in members.members.iter().filter(|member| matches!(member.content, Content::Constant(_))) {
                let name = taken.give(ty.module, &shouted(&format!("{}_{}", ty.name, member.field)));
                self.constants.insert((ty.module, ty.name.clone(), member.name.clone()), name);
            }
        }
    }

    /// The static of a schema that has one.
    pub(super) fn get(&self, id: SchemaId) -> Option<&Static> {
        self.schemas.get(&id)
    }

    /// Whether a type's schema is one that no document holds.
    pub(super) fn is_derived(&self, id: SchemaId) -> bool {
        self.derived.contains(&id)
    }

    /// The name of the static of a type's schema.
    pub(super) fn name(&self, id: SchemaId) -> Ident {
        ident(self.schemas.get(&id).map_or("UNNAMED", |found| &found.name))
    }

    /// The name of the static of a constant member's value.
    pub(super) fn constant(&self, ty: &Type, member: &Member) -> Ident {
        let name = self.constants.get(&(ty.module, ty.name.clone(), member.name.clone()));
        ident(name.map_or("UNNAMED", String::as_str))
    }

    /// The constants of a module's types.
    pub(super) fn constants<'p>(&self, plan: &'p Plan, module: usize) -> Vec<(Ident, &'p Json)> {
        let types =
            plan.modules.get(module).into_iter().flat_map(|module| &module.types).filter_map(|id| plan.get(*id));
        let members =
            types.filter_map(|ty| if let Shape::Struct(members) = &ty.shape { Some((ty, members)) } else { None });
        let members = members.flat_map(|(ty, members)| members.members.iter().map(move |member| (ty, member)));
        let constants = members.filter_map(|(ty, member)| match &member.content {
            Content::Constant(json) => Some((self.constant(ty, member), json)),
            Content::Use(_) => None,
        });
        constants.collect()
    }

    /// The resources whose statics stand in a module.
    pub(super) fn resources_of(&self, module: usize) -> impl Iterator<Item = (usize, Ident)> {
        let of_module = self.resources.iter().filter(move |(_, found)| found.module == module);
        of_module.map(|(resource, found)| (*resource, ident(&found.name)))
    }

    /// The subschemas whose statics stand in a module.
    pub(super) fn schemas_of(&self, module: usize) -> &[SchemaId] {
        self.order.get(module).map_or(&[], Vec::as_slice)
    }

    /// The name of the static of a resource.
    pub(super) fn resource_name(&self, resource: usize) -> Option<&str> {
        self.resources.get(&resource).map(|found| found.name.as_str())
    }

    /// How `module` refers to the static of a resource.
    pub(super) fn resource_path(&self, plan: &Plan, module: usize, resource: usize) -> TokenStream {
        self.resources.get(&resource).map(|found| found.path(plan, module)).unwrap_or_default()
    }
}

impl Static {
    /// How the `schemas` of a module refer to it.
    pub(super) fn path(&self, plan: &Plan, module: usize) -> TokenStream {
        let name = ident(&self.name);
        match plan.modules.get(self.module) {
            Some(owner) if self.module != module => {
                let owner = ident(&owner.name);
                quote! { super::super::#owner::schemas::#name }
            }
            _ => quote! { #name },
        }
    }
}

impl Taken {
    fn has(&self, module: usize, name: &str) -> bool {
        self.0.get(module).is_some_and(|taken| taken.contains(name))
    }

    fn keep(&mut self, module: usize, name: &str) {
        if let Some(taken) = self.0.get_mut(module) {
            taken.insert(name.to_owned());
        }
    }

    /// The wished name, with the first free number behind it if it is taken.
    fn give(&mut self, module: usize, wish: &str) -> String {
        let Some(taken) = self.0.get_mut(module) else { return wish.to_owned() };
        let numbered = std::iter::once(wish.to_owned()).chain((2_usize..).map(|number| format!("{wish}_{number}")));
        let mut free = numbered.skip_while(|name| taken.contains(name));
        let name = free.next().unwrap_or_default();
        taken.insert(name.clone());
        name
    }
}

/// A name from a schema's place: the parts of its JSON Pointer that the author chose.
pub(super) fn schema_name(plan: &Plan, subschema: &Subschema) -> String {
    let mut parts = Vec::new();
    let mut tokens = pointer::tokens(&subschema.location.pointer).map(|token| shouted(&token)).peekable();
    while let Some(token) = tokens.next() {
        let is_chosen = ["DEFS", "DEFINITIONS", "PROPERTIES"].contains(&token.as_str());
        if !is_chosen || tokens.peek().is_none() {
            parts.push(token);
        }
    }
    while parts.len() > 1 && parts.iter().map(|part| part.len() + 1).sum::<usize>() > LONGEST {
        parts.remove(0);
    }
    let name = parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join("_");
    if name.is_empty() { format!("{}_ROOT", resource_name(plan, subschema.resource)) } else { lead(&name) }
}

/// A resource's name: the last segment of its URI, without endings.
fn resource_name(plan: &Plan, resource: usize) -> String {
    let uri = plan.graph.resources.get(resource).map_or("", |resource| &resource.uri);
    let path = uri.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    let file = path.rsplit(['/', ':']).next().unwrap_or_default();
    let name = shouted(file.split('.').next().unwrap_or_default());
    if name.is_empty() { "RESOURCE".to_owned() } else { lead(&name) }
}

fn shouted(name: &str) -> String {
    let plain: String = name.chars().map(|c| if is_letter(c) { c } else { ' ' }).collect();
    plain.to_shouty_snake_case()
}

fn lead(name: &str) -> String {
    if name.starts_with(|c: char| c.is_ascii_digit()) { format!("N{name}") } else { name.to_owned() }
}
