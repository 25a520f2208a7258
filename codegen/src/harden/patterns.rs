//! The matchers of a module's patterns, each compiled once.

use std::collections::{BTreeMap, HashSet};

use heck::ToSnakeCase;
use proc_macro2::Ident;
use quote::quote;
use syn::{File, Item, ItemMod, parse_quote};

use crate::pattern::{self, Compiled, Engine, PatternError};
use crate::spelling::{ident, is_ident};

/// The matchers of one module, by the pattern's source.
#[derive(Debug, Default)]
pub(super) struct Patterns {
    matchers: BTreeMap<String, (String, Compiled)>,
    names: HashSet<String>,
    order: Vec<String>,
}

impl Patterns {
    /// The name of the function that matches a pattern; `wish` says what a new one should be called.
    pub(super) fn matcher(&mut self, source: &str, wish: &str) -> Result<Ident, PatternError> {
        if let Some((name, _)) = self.matchers.get(source) {
            return Ok(ident(name));
        }
        let compiled = pattern::compile(source)?;
        let name = self.free(&wish.to_snake_case());
        let matcher = ident(&name);
        self.matchers.insert(source.to_owned(), (name, compiled));
        self.order.push(source.to_owned());
        Ok(matcher)
    }

    /// Whether a matcher needs the `regress` crate.
    pub(super) fn needs_regress(&self) -> bool {
        self.matchers.values().any(|(_, compiled)| compiled.engine() == Engine::Backtracking)
    }

    /// The module of all matchers, if there are any.
    pub(super) fn module(&self) -> Option<Item> {
        let matchers = self.order.iter().filter_map(|source| self.matchers.get(source));
        let mut module: ItemMod = parse_quote! {
            mod patterns {
                //! The patterns as functions.
            }
        };
        if let Some((_, items)) = &mut module.content {
            items.extend(matchers.flat_map(|(name, compiled)| visible(&ident(name), compiled)));
        }
        (!self.order.is_empty()).then_some(Item::Mod(module))
    }

    /// A function's name that is no keyword and not taken; matchers' own items may start with it.
    fn free(&mut self, wish: &str) -> String {
        let wish = if is_ident(wish) { wish.to_owned() } else { format!("matches_{wish}") };
        let numbered = std::iter::once(wish.clone()).chain((2_usize..).map(|number| format!("{wish}_{number}")));
        let name = numbered.into_iter().find(|name| !self.names.contains(name)).unwrap_or(wish);
        self.names.insert(name.clone());
        name
    }
}

/// The items of a matcher, with the function itself visible to the module's types and schemas.
fn visible(name: &Ident, compiled: &Compiled) -> Vec<Item> {
    let mut items = syn::parse2::<File>(compiled.emit(name)).map(|file| file.items).unwrap_or_default();
    for item in &mut items {
        match item {
            Item::Fn(function) if function.sig.ident == *name => function.vis = parse_quote! { pub(super) },
            Item::Static(_) | Item::Const(_) => *item = Item::Verbatim(quote! { #item }),
            _ => {}
        }
    }
    items
}
