//! The file that holds the modules together.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::{File, Item, UseTree};

use crate::files::REGRESS;
use crate::harden::ModuleFile;
use crate::spelling::ident;

use super::{MARK, items, needs_regress, support};

/// What users write of the support module.
const SHARED: &[&str] = &[
    "Builder",
    "Contract",
    "Error",
    "Extra",
    "Integer",
    "Json",
    "Map",
    "Maybe",
    "Null",
    "Number",
    "Object",
    "Violation",
];

/// And what they write of it where a schema needs it.
const SHARED_IF_USED: &[&str] = &["PlainInteger"];

/// A module that may also be included from elsewhere, so that it has no documentation of its own.
pub(super) fn module(modules: &[ModuleFile], exports: &TokenStream) -> String {
    format!("{}\n\n{}", header(modules), declarations(modules, exports))
}

/// The root of a crate.
pub(super) fn library(modules: &[ModuleFile], exports: &TokenStream) -> String {
    let names: Vec<String> = modules.iter().map(|module| format!("`{}`", module.schema)).collect();
    let docs = format!("//! Types that accept exactly what their schemas accept: {}.", names.join(", "));
    format!("{}\n{docs}\n\n{}", header(modules), declarations(modules, exports))
}

/// One file with all modules inside.
pub(super) fn single_file(modules: &[ModuleFile], texts: &[String], exports: TokenStream) -> String {
    let parts = support::parts(texts.iter().map(String::as_str));
    let types = modules.iter().zip(texts).map(|(module, text)| nested(&module.name, text));
    let support = std::iter::once(nested("support", &support::nested(&parts)));
    let exports = std::iter::once(print(exports));
    let parts: Vec<String> =
        std::iter::once(header(modules) + "\n").chain(exports).chain(types).chain(support).collect();
    parts.join("\n")
}

fn header(modules: &[ModuleFile]) -> String {
    let crates = if needs_regress(modules) {
        format!("\n// Patterns need the crate `regress`, version {REGRESS}.")
    } else {
        String::new()
    };
    format!("// {MARK} from {}: edit the schemas, not this file.{crates}", schemas(modules))
}

fn schemas(modules: &[ModuleFile]) -> String {
    let names: Vec<&str> = modules.iter().map(|module| module.schema.as_str()).collect();
    names.join(", ")
}

/// The modules and what is exported of them.
fn declarations(modules: &[ModuleFile], exports: &TokenStream) -> String {
    let names = modules.iter().map(|module| ident(&module.name));
    print(quote! {
        #(pub mod #names;)*
        pub mod support;

        #exports
    })
}

/// The types whose names no other module has, and what users write of the support module.
pub(super) fn exports(modules: &[ModuleFile]) -> TokenStream {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for name in modules.iter().flat_map(|module| types(&module.file)) {
        *counts.entry(name.to_string()).or_default() += 1;
    }
    let types = modules.iter().filter_map(|module| {
        let name = ident(&module.name);
        let types: Vec<&Ident> = types(&module.file).filter(|name| counts.get(&name.to_string()) == Some(&1)).collect();
        let deprecated = module.has_deprecated.then(|| quote! { deprecated, });
        let allow = quote! { #[allow(#deprecated unused_imports, reason = "a program need not use every type")] };
        (!types.is_empty()).then(|| quote! { #allow pub use self::#name::{#(#types),*}; })
    });
    let used = SHARED_IF_USED.iter().filter(|name| modules.iter().any(|module| imports(&module.file, name)));
    let shared: BTreeSet<&&str> = SHARED.iter().chain(used).filter(|name| !counts.contains_key(**name)).collect();
    let shared = shared.iter().map(|name| format_ident!("{name}"));
    quote! {
        #(#types)*

        #[allow(unused_imports, reason = "a program need not use all of this")]
        pub use self::support::{#(#shared),*};
    }
}

/// Whether a module imports something of that name.
fn imports(file: &File, name: &str) -> bool {
    file.items.iter().any(|item| matches!(item, Item::Use(item) if names(&item.tree, name)))
}

fn names(tree: &UseTree, name: &str) -> bool {
    match tree {
        UseTree::Path(path) => names(&path.tree, name),
        UseTree::Group(group) => group.items.iter().any(|tree| names(tree, name)),
        UseTree::Name(item) => item.ident == name,
        UseTree::Rename(_) | UseTree::Glob(_) => false,
    }
}

/// The names of a module's types.
fn types(file: &File) -> impl Iterator<Item = &Ident> {
    file.items.iter().filter_map(|item| match item {
        Item::Struct(item) => Some(&item.ident),
        Item::Enum(item) => Some(&item.ident),
        Item::Type(item) => Some(&item.ident),
        _ => None,
    })
}

fn print(code: TokenStream) -> String {
    syn::parse2::<File>(code).map(|file| items::file(file.attrs, file.items)).unwrap_or_default()
}

/// A module in place: the text that its file would have.
fn nested(name: &str, text: &str) -> String {
    format!("pub mod {name} {{\n{}}}\n", support::indented(text))
}
