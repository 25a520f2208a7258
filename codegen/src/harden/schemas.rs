//! The schemas of a module as `static` data.

mod keyword;

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::{Item, ItemMod, parse_quote};

use crate::plan::Shape;
use crate::schema::{SchemaId, Subschema};
use crate::sensitive;
use crate::spelling::ident;

use super::documents::{self, Documents};
use super::emission::Emission;
use super::literal::{self, Names};

/// The private module with a module's documents, constants, resources and schemas.
pub(super) fn module(emission: &mut Emission<'_>, documents: &Documents) -> Item {
    let mut writer = Writer { emission, names: Names::new(), shorthands: BTreeMap::new() };
    let mut tables = documents.tables(writer.emission.plan, writer.emission.module());
    tables.extend(writer.borrowed());
    tables.extend(writer.constants());
    tables.extend(writer.resources());
    tables.extend(writer.schemas());
    let mut shorthands = writer.shorthands();
    shorthands.append(&mut tables);
    let names: Vec<_> = writer.names.iter().map(|name| ident(name)).collect();
    let import = (!names.is_empty()).then(|| quote! { use super::super::support::{#(#names),*}; });
    let mut item: ItemMod = parse_quote! {
        pub(crate) mod schemas {
            //! The schemas as data, for validation and diagnosis.

            #import
        }
    };
    if let Some((_, items)) = &mut item.content {
        items.extend(shorthands.into_iter().map(Item::Verbatim));
    }
    Item::Mod(item)
}

struct Writer<'e, 'a> {
    emission: &'e mut Emission<'a>,
    names: Names,
    /// The macros for the subschemas of the resources that have some.
    shorthands: BTreeMap<usize, Ident>,
}

impl Writer<'_, '_> {
    /// The schemas of types that stand in another module, because a type there is the same schema.
    fn borrowed(&self) -> Vec<TokenStream> {
        let (plan, module) = (self.emission.plan, self.emission.module());
        let types =
            plan.modules.get(module).into_iter().flat_map(|module| &module.types).filter_map(|id| plan.get(*id));
        let types = types.filter(|ty| !matches!(ty.shape, Shape::Alias(_)));
        let schemas: BTreeSet<SchemaId> = types.map(|ty| ty.schema).collect();
        let statics = schemas.into_iter().filter_map(|id| self.emission.statics.get(id));
        let foreign = statics.filter(|found| found.module != module);
        foreign.map(|found| found.path(plan, module)).map(|path| quote! { pub(crate) use #path; }).collect()
    }

    fn constants(&mut self) -> Vec<TokenStream> {
        let constants = self.emission.statics.constants(self.emission.plan, self.emission.module());
        let table = |(name, json)| {
            let value = literal::constant(json, &mut self.names);
            quote! { pub(crate) static #name: Constant = #value; }
        };
        constants.into_iter().map(table).collect()
    }

    fn resources(&mut self) -> Vec<TokenStream> {
        let resources: Vec<_> = self.emission.statics.resources_of(self.emission.module()).collect();
        resources.into_iter().map(|(resource, name)| {
            self.names.insert("Resource");
            let resource = self.emission.plan.graph.resources.get(resource);
            let uri = resource.map_or("", |resource| &resource.uri);
            let anchors = resource.map_or(&[][..], |resource| &resource.dynamic_anchors);
            let anchors: Vec<_> = anchors.iter().map(|(name, id)| {
                let schema = self.schema(*id);
                quote! { (#name, #schema) }
            }).collect();
            quote! { pub(crate) static #name: Resource = Resource { uri: #uri, dynamic_anchors: &[#(#anchors),*] }; }
        }).collect()
    }

    fn schemas(&mut self) -> Vec<TokenStream> {
        let statics = self.emission.statics;
        let schemas = statics.schemas_of(self.emission.module());
        schemas
            .iter()
            .map(|id| {
                let (name, value) = (statics.name(*id), self.written(*id));
                quote! { pub(crate) static #name: Schema = #value; }
            })
            .collect()
    }

    /// A reference to a subschema: to its static, or to one written in place.
    fn schema(&mut self, id: SchemaId) -> TokenStream {
        if let Some(found) = self.emission.statics.get(id) {
            let path = found.path(self.emission.plan, self.emission.module());
            return quote! { &#path };
        }
        let value = self.written(id);
        quote! { &#value }
    }

    /// A subschema as an expression; `placement` bounds how deep it contains others.
    fn written(&mut self, id: SchemaId) -> TokenStream {
        let plan = self.emission.plan;
        let subschema = plan.graph.get(id);
        let keywords = self.keywords(id, subschema);
        self.names.insert("Schema");
        let uri = plan.graph.resources.get(subschema.resource).map_or("", |resource| &resource.uri);
        let place = subschema.uri.strip_prefix(uri);
        let short = place.and_then(|place| Some((place, self.shorthand(subschema.resource)?)));
        let Some((place, shorthand)) = short else {
            let (location, resource) = (literal::string(&subschema.uri), self.resource_path(subschema.resource));
            return quote! { Schema { location: #location, resource: &#resource, keywords: &[#(#keywords),*] } };
        };
        let place = literal::string(place);
        quote! { #shorthand!(#place, &[#(#keywords),*]) }
    }

    /// The keywords of a subschema, of which those come last that ask what the others have evaluated: an evaluator looks
    /// there for them.
    fn keywords(&mut self, id: SchemaId, subschema: &Subschema) -> Vec<TokenStream> {
        let (last, first): (Vec<_>, Vec<_>) = subschema.keywords.iter().partition(|keyword| keyword.is_unevaluated());
        let mut keywords: Vec<_> = first.into_iter().filter_map(|keyword| self.keyword(keyword, subschema)).collect();
        if sensitive::is_marked(&subschema.annotations) {
            self.names.insert("Keyword");
            keywords.push(quote! { Keyword::Sensitive });
        }
        if self.emission.statics.is_derived(id) {
            let members = documents::members(&self.emission.plan.graph.spelled(id));
            keywords.push(quote! { Keyword::Derived(#members) });
        }
        keywords.extend(last.into_iter().filter_map(|keyword| self.keyword(keyword, subschema)));
        keywords
    }

    fn resource_path(&self, resource: usize) -> TokenStream {
        self.emission.statics.resource_path(self.emission.plan, self.emission.module(), resource)
    }

    /// The macro for the subschemas of a resource.
    fn shorthand(&mut self, resource: usize) -> Option<Ident> {
        if let Some(known) = self.shorthands.get(&resource) {
            return Some(known.clone());
        }
        let name = self.emission.statics.resource_name(resource)?;
        let shorthand = format_ident!("{}_at", name.to_lowercase());
        self.shorthands.insert(resource, shorthand.clone());
        Some(shorthand)
    }

    /// The macros that say once what all subschemas of a resource share.
    fn shorthands(&self) -> Vec<TokenStream> {
        let resources = self.shorthands.iter().filter_map(|(resource, shorthand)| {
            let path = self.resource_path(*resource);
            let uri = &self.emission.plan.graph.resources.get(*resource)?.uri;
            Some(quote! {
                macro_rules! #shorthand {
                    ($place:literal, $keywords:expr) => {
                        Schema { location: concat!(#uri, $place), resource: &#path, keywords: $keywords }
                    };
                }
            })
        });
        resources.collect()
    }
}
