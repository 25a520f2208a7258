//! Declares the planned types: the only file that names typify.
//!
//! typify turns each plan entry into one Rust item. It would recase names, and merge or panic on those that it recases
//! to the same, so it sees numbered stand-ins and the plan's names take their places afterwards. A field's type is a
//! definition that typify is told to replace with the Rust type it stands for, so there is no graph for it to follow.

mod declarations;
mod definition;
mod names;

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use schemars::schema::Schema;
use syn::{Item, ItemEnum, ItemStruct};
use typify::{TypeSpace, TypeSpaceSettings};

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::plan::{Plan, Type, TypeId};
use crate::spelling::Spelling;

use self::definition::Definitions;

/// The declared types of all modules, in the plan's order of modules.
pub struct Declarations {
    pub(crate) modules: Vec<ModuleDeclarations>,
}

/// The declared types of one module.
pub(crate) struct ModuleDeclarations {
    pub(crate) items: BTreeMap<TypeId, Declaration>,
    pub(crate) spelling: Spelling,
}

/// A type with the plan's names, without attributes.
pub(crate) enum Declaration {
    Struct(ItemStruct),
    Enum(ItemEnum),
}

/// Declares all types of the plan.
///
/// # Errors
///
/// A name that is no Rust identifier, or something that typify does not take: both are bugs of this generator, and
/// the diagnostic names the type.
pub fn typegen(plan: &Plan) -> Result<Declarations, Diagnostics> {
    let modules = (0..plan.modules.len()).map(|module| declare(plan, module)).collect::<Result<_, _>>()?;
    Ok(Declarations { modules })
}

/// What typify alone would write for the plan: the measure of what this generator adds.
///
/// # Errors
///
/// As [`typegen`].
pub fn typify_alone(plan: &Plan) -> Result<String, Diagnostics> {
    let texts = (0..plan.modules.len()).map(|module| {
        let (definitions, _) = define(plan, module);
        let file = syn::parse2(written(definitions)?).map_err(|error| no_rust(&error))?;
        Ok(prettyplease::unparse(&file))
    });
    texts.collect()
}

fn declare(plan: &Plan, module: usize) -> Result<ModuleDeclarations, Diagnostics> {
    let (definitions, spelling) = define(plan, module);
    let written = declarations::of(written(definitions)?).into_iter().map(|code| {
        let item = syn::parse2(code).map_err(|error| no_rust(&error))?;
        declared(&item).map(|id| Ok((id, restore(plan, id, item)?))).transpose()
    });
    let items = written.filter_map(Result::transpose).collect::<Result<_, Diagnostics>>()?;
    Ok(ModuleDeclarations { items, spelling })
}

/// The definitions of a module's types, and how it spells the types that they name.
fn define(plan: &Plan, module: usize) -> (Definitions, Spelling) {
    let mut spelling = Spelling::new(plan, module);
    let types = plan.modules.get(module).map_or(&[][..], |module| &module.types);
    let mut definitions = Definitions::default();
    for (id, ty) in types.iter().filter_map(|id| plan.get(*id).map(|ty| (*id, ty))) {
        definitions.define(plan, &mut spelling, id, ty);
    }
    (definitions, spelling)
}

/// Has typify write all definitions at once.
fn written(definitions: Definitions) -> Result<TokenStream, Diagnostics> {
    let mut settings = TypeSpaceSettings::default();
    let Definitions { types, contents } = definitions;
    let mut named: Vec<(String, Schema)> = Vec::with_capacity(types.len() + contents.len());
    for (content, name) in contents {
        settings.with_replacement(&name, content, std::iter::empty());
        named.push((name, Schema::Bool(true)));
    }
    named.extend(types.into_iter().map(|(id, schema)| (definition::type_name(id), schema)));
    let mut space = TypeSpace::new(&settings);
    space.add_ref_types(named).map_err(|error| internal(&format!("typify refused a definition: {error}")))?;
    Ok(space.to_stream())
}

/// The planned type that one of typify's items declares.
fn declared(item: &Item) -> Option<TypeId> {
    let ident = match item {
        Item::Struct(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        _ => return None,
    };
    definition::type_of(&ident.to_string())
}

fn restore(plan: &Plan, id: TypeId, item: Item) -> Result<Declaration, Diagnostics> {
    let ty = plan.get(id).ok_or_else(|| internal("typify declared a type that is not planned"))?;
    match item {
        Item::Struct(item) => names::restore_struct(ty, item).map(Declaration::Struct),
        Item::Enum(item) => names::restore_enum(ty, item).map(Declaration::Enum),
        _ => Err(internal("typify declared neither a struct nor an enum")),
    }
}

/// A bug of this generator.
fn internal(message: &str) -> Diagnostics {
    Diagnostic::error("internal", message).with_help("this is a bug of the generator; please report it").into()
}

fn no_rust(error: &syn::Error) -> Diagnostics {
    internal(&format!("typify's output is not Rust: {error}"))
}

/// A bug of this generator that shows in one type.
fn wrong(ty: &Type, message: &str) -> Diagnostics {
    internal(&format!("type `{}`: {message}", ty.name))
}
