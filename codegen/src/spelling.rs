//! How a module of generated code spells the types that it uses, and what it must import for that.
//!
//! `lower` keeps the names of the prelude and of the support module free, so those need no thought here; two
//! documents may have types of one name, so a type of another module is imported only where its name is free.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};

use crate::plan::{Plan, Repr, Shape, Tagged, Tuple, TypeId, Use};

/// The names in scope of one module.
#[derive(Debug)]
pub(crate) struct Spelling {
    module: usize,
    /// Who owns each type name: the module itself, or the one that it is imported from.
    owners: BTreeMap<String, usize>,
    support: BTreeSet<&'static str>,
    serde: BTreeSet<&'static str>,
    needs_lazy: bool,
    foreign: BTreeMap<usize, BTreeSet<String>>,
}

impl Spelling {
    /// The names of a module that imports nothing yet.
    pub(crate) fn new(plan: &Plan, module: usize) -> Self {
        let types = plan.modules.get(module).map_or(&[][..], |module| &module.types);
        let names = types.iter().filter_map(|id| plan.get(*id));
        let owners = names.map(|ty| (ty.name.clone(), module)).collect();
        let (support, serde, foreign) = (BTreeSet::new(), BTreeSet::new(), BTreeMap::new());
        Self { module, owners, support, serde, needs_lazy: false, foreign }
    }

    /// A name of the support module, which is imported.
    pub(crate) fn support(&mut self, name: &'static str) -> Ident {
        self.support.insert(name);
        format_ident!("{name}")
    }

    /// The names of the support module that are imported.
    pub(crate) fn names(&mut self) -> &mut BTreeSet<&'static str> {
        &mut self.support
    }

    /// A name of `serde::de`, which is imported.
    pub(crate) fn serde(&mut self, name: &'static str) -> Ident {
        self.serde.insert(name);
        format_ident!("{name}")
    }

    /// The standard library's `LazyLock`, which is imported.
    pub(crate) fn lazy(&mut self) -> Ident {
        self.needs_lazy = true;
        format_ident!("LazyLock")
    }

    /// The Rust type of a use.
    pub(crate) fn content(&mut self, plan: &Plan, content: &Use) -> String {
        match content {
            Use::Json => self.support("Json").to_string(),
            Use::Null => self.support("Null").to_string(),
            Use::Boolean => "bool".to_owned(),
            Use::String => "String".to_owned(),
            Use::Integer => self.support("Integer").to_string(),
            Use::PlainInteger => self.support("PlainInteger").to_string(),
            Use::Number => self.support("Number").to_string(),
            Use::Type(id) => self.planned(plan, *id),
            Use::Boxed(id) => format!("Box<{}>", self.planned(plan, *id)),
            Use::Nullable(content) => format!("Option<{}>", self.content(plan, content)),
            Use::Vec(item) => format!("Vec<{}>", self.content(plan, item)),
            Use::Map(value) => format!("{}<{}>", self.support("Map"), self.content(plan, value)),
        }
    }

    /// The type of a struct's further members.
    pub(crate) fn extra(&mut self, plan: &Plan, content: &Use) -> String {
        let extra = self.support("Extra");
        match content {
            Use::Json => format!("{extra}<Self>"),
            content => format!("{extra}<Self, {}>", self.content(plan, content)),
        }
    }

    fn planned(&mut self, plan: &Plan, id: TypeId) -> String {
        let Some(ty) = plan.get(id) else { return self.support("Json").to_string() };
        if ty.module == self.module {
            return ty.name.clone();
        }
        let owner = *self.owners.entry(ty.name.clone()).or_insert(ty.module);
        if owner == ty.module {
            self.foreign.entry(owner).or_default().insert(ty.name.clone());
            return ty.name.clone();
        }
        let module = plan.modules.get(ty.module).map_or("support", |module| module.name.as_str());
        format!("super::{module}::{}", ty.name)
    }

    /// The `use` items for everything that was spelled.
    pub(crate) fn imports(&self, plan: &Plan) -> Vec<TokenStream> {
        let serde: Vec<Ident> = self.serde.iter().map(|name| format_ident!("{name}")).collect();
        let support: Vec<Ident> = self.support.iter().map(|name| format_ident!("{name}")).collect();
        let mut imports = Vec::new();
        if self.needs_lazy {
            imports.push(quote! { use std::sync::LazyLock; });
        }
        if !serde.is_empty() {
            imports.push(quote! { use serde::de::{#(#serde),*}; });
        }
        for (module, names) in &self.foreign {
            let Some(module) = plan.modules.get(*module) else { continue };
            let (module, names) = (ident(&module.name), names.iter().map(|name| ident(name)));
            imports.push(quote! { use super::#module::{#(#names),*}; });
        }
        // Aliases alone do not name the support module.
        match (self.implements_types(plan), support.as_slice()) {
            (true, []) => imports.push(quote! { use super::support; }),
            (true, names) => imports.push(quote! { use super::support::{self, #(#names),*}; }),
            (false, []) => {}
            (false, names) => imports.push(quote! { use super::support::{#(#names),*}; }),
        }
        imports
    }

    /// Whether a type of the module is more than another name.
    fn implements_types(&self, plan: &Plan) -> bool {
        let types = plan.modules.get(self.module).map_or(&[][..], |module| &module.types);
        types.iter().filter_map(|id| plan.get(*id)).any(|ty| !matches!(ty.shape, Shape::Alias(_)))
    }
}

/// The identifier that the plan calls `name`; `typegen` has refused names that are none.
pub(crate) fn ident(name: &str) -> Ident {
    try_ident(name).unwrap_or_else(|| format_ident!("unnamed"))
}

/// The identifier of that name, if it is one.
///
/// No keyword has more than eight letters, or anything but lower-case letters if it is not `Self`, so most names need no
/// parser to tell.
pub(crate) fn try_ident(name: &str) -> Option<Ident> {
    let is_word = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    let is_lead = name.starts_with(|first: char| first.is_ascii_alphabetic());
    let may_be_keyword = name.len() <= 8 && (name == "Self" || name.bytes().all(|byte| byte.is_ascii_lowercase()));
    if is_word && is_lead && !may_be_keyword {
        return Some(Ident::new(name, Span::call_site()));
    }
    syn::parse_str(name).ok()
}

/// Whether a name can be an identifier; syn does not know the language's youngest keyword.
pub(crate) fn is_ident(name: &str) -> bool {
    try_ident(name).is_some() && !matches!(name, "_" | "gen")
}

/// Whether a character can stand in names: ASCII letters and digits, and the Latin letters beyond them that no lint takes
/// for others.
pub(crate) fn is_letter(c: char) -> bool {
    let is_latin = matches!(c, '\u{c0}'..='\u{17e}') && c.is_alphabetic();
    let is_alike = matches!(c, '\u{130}'..='\u{133}' | '\u{138}' | '\u{13f}' | '\u{140}' | '\u{149}');
    c.is_ascii_alphanumeric() || (is_latin && !is_alike)
}

/// The field of the items behind a tuple's positions.
pub(crate) fn rest_field(tuple: &Tuple) -> &'static str {
    let is_free = |name: &&&str| tuple.items.iter().all(|position| position.field != **name);
    ["rest", "further", "further_items"].iter().find(is_free).copied().unwrap_or("items_behind_the_positions")
}

/// What a variant of a tagged enum holds.
pub(crate) fn held(variant: &Tagged) -> Use {
    if variant.is_boxed { Use::Boxed(variant.content) } else { Use::Type(variant.content) }
}

/// Rust's own integer of that name; `None` for integers of any size.
pub(crate) fn machine(repr: Repr) -> Option<&'static str> {
    Some(match repr {
        Repr::U8 => "u8",
        Repr::U16 => "u16",
        Repr::U32 => "u32",
        Repr::U64 => "u64",
        Repr::I8 => "i8",
        Repr::I16 => "i16",
        Repr::I32 => "i32",
        Repr::I64 => "i64",
        Repr::Integer => return None,
    })
}
