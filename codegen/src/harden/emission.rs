//! A module in the making: its items, and what they turn out to need.

use std::collections::BTreeSet;

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{Attribute, File, Item, parse_quote};

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::layout::EmitOptions;
use crate::plan::{Plan, Residual, Shape, Type, Use};
use crate::source::Source;
use crate::spelling::{Spelling, ident};

use super::condition::{self, Condition};
use super::documents::Documents;
use super::literal::Names;
use super::patterns::Patterns;
use super::statics::Statics;
use super::{ModuleFile, docs, documents, schemas};

/// Lints that schemas break by their choice of names, sizes and words.
const LINTS: &[&str] = &[
    "clippy::approx_constant",
    "clippy::case_sensitive_file_extension_comparisons",
    "clippy::disallowed_names",
    "clippy::doc_lazy_continuation",
    "clippy::doc_link_with_quotes",
    "clippy::doc_markdown",
    "clippy::doc_suspicious_footnotes",
    "clippy::enum_variant_names",
    "clippy::invisible_characters",
    "clippy::large_enum_variant",
    "clippy::many_single_char_names",
    "clippy::module_inception",
    "clippy::option_option",
    "clippy::similar_names",
    "clippy::struct_excessive_bools",
    "clippy::struct_field_names",
    "clippy::unicode_not_nfc",
    "clippy::upper_case_acronyms",
    "rustdoc::all",
];

/// The items of one module, and what they use.
pub(super) struct Emission<'a> {
    pub(super) plan: &'a Plan,
    pub(super) options: &'a EmitOptions,
    pub(super) statics: &'a Statics,
    pub(super) patterns: Patterns,
    pub(super) needs_jiff: bool,
    module: usize,
    spelling: Spelling,
    lints: BTreeSet<&'static str>,
    items: Vec<Item>,
    diagnostics: Diagnostics,
}

impl<'a> Emission<'a> {
    pub(super) fn new(
        plan: &'a Plan,
        statics: &'a Statics,
        module: usize,
        spelling: Spelling,
        options: &'a EmitOptions,
    ) -> Self {
        let lints = LINTS.iter().copied().collect();
        let (patterns, diagnostics) = (Patterns::default(), Diagnostics::new());
        Self {
            plan,
            options,
            statics,
            patterns,
            needs_jiff: false,
            module,
            spelling,
            lints,
            items: Vec::new(),
            diagnostics,
        }
    }

    /// The place of the module in the plan.
    pub(super) fn module(&self) -> usize {
        self.module
    }

    /// A name of the support module.
    pub(super) fn support(&mut self, name: &'static str) -> Ident {
        self.spelling.support(name)
    }

    /// A name of `serde::de`.
    pub(super) fn serde(&mut self, name: &'static str) -> Ident {
        self.spelling.serde(name)
    }

    /// The standard library's `LazyLock`.
    pub(super) fn lazy(&mut self) -> Ident {
        self.spelling.lazy()
    }

    /// The Rust type of a use.
    pub(super) fn content(&mut self, content: &Use) -> TokenStream {
        tokens(&self.spelling.content(self.plan, content))
    }

    /// The static with the type's schema.
    pub(super) fn schema_of(&self, ty: &Type) -> Ident {
        self.statics.name(ty.schema)
    }

    /// The names of the support module that are used.
    pub(super) fn names(&mut self) -> &mut Names {
        self.spelling.names()
    }

    /// Whether a value of a use is copied rather than moved.
    pub(super) fn is_copy(&self, content: &Use) -> bool {
        match content {
            Use::Null | Use::Boolean => true,
            Use::Type(id) => self.plan.get(*id).is_some_and(|ty| ty.traits.is_copy),
            Use::Nullable(content) => self.is_copy(content),
            _ => false,
        }
    }

    /// The function that matches a pattern; `wish` says what a new one should be called.
    pub(super) fn matcher(&mut self, source: &str, wish: &str) -> Ident {
        self.patterns.matcher(source, wish).unwrap_or_else(|error| {
            let message = format!("`{source}` is no regular expression: {error}");
            self.diagnostics.push(Diagnostic::error("invalid-pattern", message));
            ident("unnamed")
        })
    }

    /// The closure that judges the residual keywords of an enum, behind a comma; nothing if there are none.
    pub(super) fn accepts(&mut self, ty: &Type) -> Option<TokenStream> {
        self.residual(ty, &quote! { value }).map(|residual| quote! { , |value| #residual })
    }

    /// Whether the residual keywords hold of `value`, a variable that refers to what they are judged on; `None` if there
    /// are none.
    pub(super) fn residual(&mut self, ty: &Type, value: &TokenStream) -> Option<TokenStream> {
        let Residual::Schema(residual) = ty.residual else { return None };
        match condition::of(self.plan, ty) {
            Some(Condition::Always) => return None,
            None => {}
            Some(condition) => return Some(condition::emit(self, &condition, value, &ty.name)),
        }
        let name = self.statics.name(residual);
        let is_text = matches!(ty.shape, Shape::String(_));
        let instance = if is_text {
            quote! { &support::Text(#value) }
        } else {
            quote! { #value }
        };
        Some(quote! { support::is_valid(&schemas::#name, #instance) })
    }

    /// Whether all of these conditions hold of `value`, and the residual keywords; `None` if there are none.
    pub(super) fn conditions(
        &mut self,
        ty: &Type,
        value: &TokenStream,
        mut conditions: Vec<TokenStream>,
    ) -> Option<TokenStream> {
        let residual = self.residual(ty, value);
        if conditions.is_empty() {
            return residual;
        }
        conditions.extend(residual.map(condition::conjunct));
        Some(quote! { #(#conditions)&&* })
    }

    /// Notes that the code so far breaks a lint for a reason of the schema's.
    pub(super) fn break_lint(&mut self, lint: &'static str) {
        self.lints.insert(lint);
    }

    /// Adds an item.
    pub(super) fn item(&mut self, item: Item) {
        self.items.push(item);
    }

    /// Adds items.
    pub(super) fn code(&mut self, code: TokenStream) {
        let items = self.parse(code);
        self.items.extend(items);
    }

    /// Adds a macro call or a table, which is printed as it is.
    pub(super) fn verbatim(&mut self, code: TokenStream) {
        self.items.push(Item::Verbatim(code));
    }

    /// The items that `code` spells.
    pub(super) fn parse(&mut self, code: TokenStream) -> Vec<Item> {
        match syn::parse2::<File>(code) {
            Ok(file) => file.items,
            Err(error) => {
                let message = format!("generated code is no Rust: {error}");
                self.report(Diagnostic::error("internal", message).with_help("this is a bug of the generator"));
                Vec::new()
            }
        }
    }

    /// Reports a mistake that spoils the module.
    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// The finished module.
    pub(super) fn finish(mut self, documents: &Documents<'_>, sources: &[Source]) -> (ModuleFile, Diagnostics) {
        let module = self.plan.modules.get(self.module);
        let (name, docs) = module.map_or(("", ""), |module| (&module.name, &module.docs));
        let (name, docs) = (name.to_owned(), docs::inner(&docs::escaped(docs)));
        let mut items = self.imports();
        let schemas = schemas::module(&mut self, documents);
        let patterns = self.patterns.module();
        items.append(&mut self.items);
        items.push(schemas);
        items.extend(patterns);
        let file = File { shebang: None, frontmatter: None, attrs: self.attributes(docs), items };
        let schema = documents::file_name(self.plan, sources, self.module);
        let needs_regress = self.patterns.needs_regress();
        let (needs_jiff, has_deprecated) = (self.needs_jiff, self.lints.contains("deprecated"));
        (ModuleFile { name, schema, file, needs_regress, needs_jiff, has_deprecated }, self.diagnostics)
    }

    fn imports(&mut self) -> Vec<Item> {
        let imports = self.spelling.imports(self.plan);
        self.parse(quote! { #(#imports)* })
    }

    /// The module's documentation, and the lints that it is allowed to break.
    fn attributes(&self, mut docs: Vec<Attribute>) -> Vec<Attribute> {
        let lints = self.lints.iter().map(|lint| tokens(lint));
        docs.push(parse_quote! { #![allow(#(#lints),*, reason = "names, sizes, numbers and words are the schema's")] });
        docs.push(parse_quote! { #![allow(dead_code, reason = "a program need not use all that a schema says")] });
        docs
    }
}

/// The tokens of a path or type that this generator spelled.
pub(super) fn tokens(text: &str) -> TokenStream {
    text.parse().unwrap_or_default()
}
