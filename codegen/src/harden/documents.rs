//! The texts of the documents that generated types carry with them.

mod identify;

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use serde_json::Value;

use crate::dialect::Draft;
use crate::plan::Plan;
use crate::pointer;
use crate::schema::{Document, Graph, SchemaId};
use crate::source::Source;
use crate::spelling::ident;

use self::identify::identified;
use super::placement::each_child;

/// Which module carries which document, and which documents refer to which.
pub(super) struct Documents<'s> {
    sources: &'s [Source],
    /// By place among the sources: the module that carries the document, and the constant's name there.
    carriers: BTreeMap<usize, (usize, String)>,
    references: BTreeMap<usize, BTreeSet<usize>>,
}

impl<'s> Documents<'s> {
    /// Gives each document that a module is about, or refers to however indirectly, to one module.
    pub(super) fn of(plan: &Plan, sources: &'s [Source]) -> Self {
        let mut documents = Self { sources, carriers: BTreeMap::new(), references: references(&plan.graph) };
        for module in 0..plan.modules.len() {
            if let Some(source) = source_of(plan, module) {
                documents.carriers.entry(source).or_insert_with(|| (module, "DOCUMENT".to_owned()));
            }
        }
        for module in 0..plan.modules.len() {
            for source in documents.reached(plan, module) {
                let number = documents.carriers.len();
                documents.carriers.entry(source).or_insert_with(|| (module, format!("DOCUMENT_{number}")));
            }
        }
        documents
    }

    /// The names of the constants of all modules, and of the table of them that each module has.
    pub(super) fn names(&self) -> impl Iterator<Item = (usize, &str)> {
        let constants = self.carriers.values().map(|(module, name)| (*module, name.as_str()));
        constants.flat_map(|(module, name)| [(module, name), (module, "DOCUMENTS")])
    }

    /// The constants of a module, and the table of all documents that its schemas need.
    pub(super) fn tables(&self, plan: &Plan, module: usize) -> Vec<TokenStream> {
        let carried = self.carriers.iter().filter(|(_, (carrier, _))| *carrier == module);
        let mut tables: Vec<TokenStream> = carried
            .map(|(source, (_, name))| {
                let (name, uri) = (ident(name), uri(plan, self.sources, *source));
                let text = self.text(plan, *source, uri);
                quote! { pub(crate) const #name: (&str, &str) = (#uri, #text); }
            })
            .collect();
        let needed = self.reached(plan, module);
        let needed = needed.iter().filter_map(|source| self.carriers.get(source)).map(|(carrier, name)| {
            let name = ident(name);
            match plan.modules.get(*carrier) {
                Some(owner) if *carrier != module => {
                    let owner = ident(&owner.name);
                    quote! { super::super::#owner::schemas::#name }
                }
                _ => quote! { #name },
            }
        });
        let needed = needed.chain(self.retrieved(plan, module));
        tables.push(quote! { pub(crate) static DOCUMENTS: &[(&str, &str)] = &[#(#needed),*]; });
        tables
    }

    /// The documents that a module without an `$id` refers to by where they were retrieved from, under that URI.
    fn retrieved(&self, plan: &Plan, module: usize) -> Vec<TokenStream> {
        let is_identified = |source: &Source, place| uri(plan, self.sources, place) != source.uri();
        let own = source_of(plan, module).and_then(|place| Some((self.sources.get(place)?, place)));
        if own.is_none_or(|(source, place)| is_identified(source, place)) {
            return Vec::new();
        }
        let reached =
            self.reached(plan, module).into_iter().filter_map(|place| Some((self.sources.get(place)?, place)));
        let elsewhere = reached.filter(|(source, place)| is_identified(source, *place));
        let copies = elsewhere.map(|(source, place)| {
            let uri = source.uri();
            let text = self.text(plan, place, uri);
            quote! { (#uri, #text) }
        });
        copies.collect()
    }

    /// The document of a module and all that it refers to, its own first.
    fn reached(&self, plan: &Plan, module: usize) -> Vec<usize> {
        let mut reached: Vec<usize> = source_of(plan, module).into_iter().collect();
        let mut seen: BTreeSet<usize> = reached.iter().copied().collect();
        let mut next = 0;
        while let Some(source) = reached.get(next) {
            let fresh = self.references.get(source).into_iter().flatten().filter(|source| seen.insert(**source));
            let fresh: Vec<usize> = fresh.copied().collect();
            reached.extend(fresh);
            next += 1;
        }
        reached
    }

    /// The document's text without white space, as one that is called `uri`.
    fn text(&self, plan: &Plan, source: usize, uri: &str) -> TokenStream {
        let Some(document) = self.sources.get(source) else { return quote! { "true" } };
        let draft = document_of(plan, source).map_or(Draft::Draft202012, |document| document.draft);
        raw_string(&minified(&identified(document, draft, uri, |name| refers(plan, source, name))))
    }
}

/// The name of the file that a module's document was read from, without folders.
pub(super) fn file_name(plan: &Plan, sources: &[Source], module: usize) -> String {
    let source = source_of(plan, module).and_then(|source| sources.get(source));
    let name = source.map_or("a schema", Source::name);
    name.rsplit('/').next().unwrap_or(name).to_owned()
}

fn source_of(plan: &Plan, module: usize) -> Option<usize> {
    let document = plan.modules.get(module)?.document;
    plan.graph.documents.get(document).map(|document| document.source)
}

/// The absolute URI of a document: that of its root's resource, else the one it was retrieved from.
fn uri<'a>(plan: &'a Plan, sources: &'a [Source], source: usize) -> &'a str {
    let root = document_of(plan, source).and_then(|document| document.root).map(|root| plan.graph.get(root).resource);
    let resource = root.and_then(|resource| plan.graph.resources.get(resource));
    resource.map_or_else(|| sources.get(source).map_or("", Source::uri), |resource| &resource.uri)
}

/// The document that was read from a source.
fn document_of(plan: &Plan, source: usize) -> Option<&Document> {
    plan.graph.documents.iter().find(|document| document.source == source)
}

/// Whether a subschema stands in a member of a document's root that is only a reference: one refers to it.
fn refers(plan: &Plan, source: usize, member: &str) -> bool {
    let place = pointer::join("", &[member]);
    let mut locations = plan.graph.subschemas.iter().map(|subschema| &subschema.location);
    locations.any(|location| location.source == source && pointer::is_within(&location.pointer, &place))
}

/// Which documents refer to which others, by their places among the sources.
fn references(graph: &Graph) -> BTreeMap<usize, BTreeSet<usize>> {
    let mut references: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    let mut refer = |from: usize, to: SchemaId| {
        let to = graph.get(to).location.source;
        if to != from {
            references.entry(from).or_default().insert(to);
        }
    };
    for subschema in &graph.subschemas {
        for keyword in &subschema.keywords {
            each_child(keyword, &mut |child| refer(subschema.location.source, child));
        }
    }
    for (holder, target) in &graph.settled_references {
        refer(graph.get(*holder).location.source, *target);
    }
    references
}

/// The members of a schema object as JSON, without the braces around them.
pub(super) fn members(schema: &Value) -> TokenStream {
    let text = minified(&schema.to_string());
    raw_string(text.strip_prefix('{').and_then(|text| text.strip_suffix('}')).unwrap_or(&text))
}

/// JSON without white space. Characters that reorder text are escaped: rustc refuses them in literals.
fn minified(text: &str) -> String {
    let mut minified = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((space, behind)) = rest.split_once('"') {
        let (string, others) = behind.split_at_checked(string_length(behind)).unwrap_or((behind, ""));
        minified.extend(space.trim_ascii().split_ascii_whitespace());
        minified.push('"');
        push_visible(string, &mut minified);
        rest = others;
    }
    minified.extend(rest.split_ascii_whitespace());
    minified
}

/// How many bytes a string of JSON takes, from behind its first quote to behind its last.
fn string_length(text: &str) -> usize {
    let is_escaped = |quote: usize| {
        let before = text.as_bytes().get(..quote).unwrap_or_default();
        before.iter().rev().take_while(|byte| **byte == b'\\').count() % 2 == 1
    };
    let mut quotes = text.match_indices('"').map(|(quote, _)| quote);
    quotes.find(|quote| !is_escaped(*quote)).map_or(text.len(), |quote| quote + 1)
}

/// Adds a string of JSON, without characters that reorder text.
fn push_visible(string: &str, minified: &mut String) {
    let reorders = |character| matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if string.is_ascii() {
        return minified.push_str(string);
    }
    for character in string.chars() {
        if reorders(character) {
            minified.extend(["\\u", &format!("{:04x}", u32::from(character))]);
        } else {
            minified.push(character);
        }
    }
}

/// A raw string literal with as many hashes as the text asks for.
fn raw_string(text: &str) -> TokenStream {
    let mut hashes = String::from("#");
    while text.contains(&format!("\"{hashes}")) {
        hashes.push('#');
    }
    let literal = format!("r{hashes}\"{text}\"{hashes}").parse::<Literal>();
    literal.map_or_else(|_| quote! { #text }, |literal| quote! { #literal })
}
