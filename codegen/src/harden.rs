//! Makes the declared types keep the promise: each accepts exactly what its schema accepts, and loses none of it.
//!
//! typify's declarations keep their form; documentation, derives and everything that reads, writes, checks and builds
//! comes from the plan. What the types of one form share stands in the support module, so a type adds what is its own.

mod attributes;
mod bounds;
mod condition;
mod constants;
mod conversions;
mod debug;
mod defaults;
mod docs;
mod documents;
mod emission;
mod jiff;
mod kinds;
mod literal;
mod newtype;
mod number;
mod object;
mod patterns;
mod placement;
mod schemas;
mod statics;
mod string;
mod strings;
mod tagged;
mod tuple;
mod union;
mod values;

use quote::quote;
use syn::Item;

use crate::diagnostic::Diagnostics;
use crate::layout::EmitOptions;
use crate::plan::{Plan, Shape, Type, TypeId, Use};
use crate::source::Source;
use crate::spelling::ident;
use crate::typegen::{Declaration, Declarations, ModuleDeclarations};

use self::documents::Documents;
use self::emission::Emission;
use self::statics::Statics;

/// A module of generated types.
#[derive(Clone)]
pub struct ModuleFile {
    /// Its Rust name.
    pub name: String,
    /// The file name of the schema document that it comes from.
    pub schema: String,
    /// Its items. Macro calls and tables are [`syn::Item::Verbatim`].
    pub file: syn::File,
    /// Whether one of its patterns needs the `regress` crate.
    pub needs_regress: bool,
    /// Whether one of its types converts to and from a type of the `jiff` crate.
    pub needs_jiff: bool,
    /// Whether one of its types or members is deprecated.
    pub has_deprecated: bool,
}

/// Implements all declared types.
///
/// # Errors
///
/// A pattern that is no regular expression, or code that is no Rust, which is a bug of this generator.
pub fn harden(
    declarations: Declarations,
    plan: &Plan,
    sources: &[Source],
    options: &EmitOptions,
) -> Result<Vec<ModuleFile>, Diagnostics> {
    let documents = Documents::of(plan, sources);
    let statics = Statics::of(plan, &documents);
    let mut diagnostics = Diagnostics::new();
    let mut files = Vec::with_capacity(plan.modules.len());
    for (module, declared) in declarations.modules.into_iter().enumerate() {
        let ModuleDeclarations { mut items, spelling } = declared;
        let mut emission = Emission::new(plan, &statics, module, spelling, options);
        for id in plan.modules.get(module).into_iter().flat_map(|module| &module.types) {
            implement(&mut emission, *id, items.remove(id));
        }
        let (file, found) = emission.finish(&documents, sources);
        diagnostics.extend(found);
        files.push(file);
    }
    diagnostics.or_fatal().map(|_| files)
}

/// Adds a type's declaration and all that it implements.
fn implement(emission: &mut Emission<'_>, id: TypeId, declaration: Option<Declaration>) {
    let Some(ty) = emission.plan.get(id) else { return };
    if ty.is_deprecated {
        emission.break_lint("deprecated");
    }
    match declaration {
        Some(Declaration::Struct(item)) => {
            emission.item(Item::Struct(attributes::on_struct(emission.plan, ty, item)));
        }
        Some(Declaration::Enum(item)) => {
            let item = attributes::on_enum(emission, ty, item);
            emission.item(Item::Enum(item));
        }
        None => declare(emission, ty),
    }
    debug::implement(emission, ty);
    match &ty.shape {
        Shape::String(checks) => string::implement(emission, ty, checks),
        Shape::Strings(variants) => strings::implement(emission, ty, variants),
        Shape::Constants(variants) => constants::implement(emission, ty, variants),
        Shape::Integer { repr, checks, is_plain } => number::integer(emission, ty, *repr, checks, *is_plain),
        Shape::Number(checks) => number::exact(emission, ty, checks),
        Shape::Array { .. } => newtype::array(emission, ty),
        Shape::Map { .. } => newtype::map(emission, ty),
        Shape::Newtype(content) => newtype::plain(emission, ty, content),
        Shape::Opaque => newtype::plain(emission, ty, &Use::Json),
        Shape::Struct(members) => object::implement(emission, ty, members),
        Shape::Tuple(tuple) => tuple::implement(emission, ty, tuple),
        Shape::Tagged { tag, variants } => tagged::implement(emission, ty, tag, variants),
        Shape::Kinds(variants) => kinds::implement(emission, ty, variants),
        Shape::Union { .. } => union::implement(emission, ty),
        Shape::Never => newtype::never(emission, ty),
        Shape::Alias(_) => {}
    }
}

/// The declaration of a type that needs nothing of typify: an alias, or an enum without variants.
fn declare(emission: &mut Emission<'_>, ty: &Type) {
    let (attributes, name) = (attributes::of_type(emission.plan, ty), ident(&ty.name));
    let declaration = if let Shape::Alias(content) = &ty.shape {
        let content = emission.content(content);
        quote! { #(#attributes)* pub type #name = #content; }
    } else {
        let derives = attributes::derives(ty);
        quote! { #(#attributes)* #derives pub enum #name {} }
    };
    emission.code(declaration);
}
