//! Keywords as expressions.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::dialect::known_format;
use crate::schema::{Keyword, SchemaId, Subschema, TypeSet};
use crate::spelling::ident;
use crate::support::{Json, Number};

use super::super::literal;
use super::super::statics::schema_name;
use super::Writer;

impl Writer<'_, '_> {
    /// A keyword of a subschema; `None` for a format that nobody defined, which asserts nothing.
    pub(super) fn keyword(&mut self, keyword: &Keyword, within: &Subschema) -> Option<TokenStream> {
        self.names.insert("Keyword");
        let keyword = match keyword {
            Keyword::Never => quote! { Never },
            Keyword::Type(types) => self.types(*types),
            Keyword::Enum(values) => self.values(values),
            Keyword::Const(value) => {
                let value = literal::constant(value, &mut self.names);
                quote! { Const(#value) }
            }
            Keyword::Minimum(bound) => self.bound("Minimum", bound),
            Keyword::Maximum(bound) => self.bound("Maximum", bound),
            Keyword::ExclusiveMinimum(bound) => self.bound("ExclusiveMinimum", bound),
            Keyword::ExclusiveMaximum(bound) => self.bound("ExclusiveMaximum", bound),
            Keyword::MultipleOf(bound) => self.bound("MultipleOf", bound),
            Keyword::MinLength(limit) => count("MinLength", *limit),
            Keyword::MaxLength(limit) => count("MaxLength", *limit),
            Keyword::MinItems(limit) => count("MinItems", *limit),
            Keyword::MaxItems(limit) => count("MaxItems", *limit),
            Keyword::MinProperties(limit) => count("MinProperties", *limit),
            Keyword::MaxProperties(limit) => count("MaxProperties", *limit),
            Keyword::UniqueItems => quote! { UniqueItems },
            Keyword::WrittenAsInteger => quote! { WrittenAsInteger },
            Keyword::Pattern(source) => {
                let pattern = self.pattern(source, within);
                quote! { Pattern(#pattern) }
            }
            Keyword::Format(name) => format_keyword(name)?,
            Keyword::Content(content) => {
                let content = literal::content(*content);
                quote! { Content(super::super::support::Content::#content) }
            }
            Keyword::Required(names) => {
                let names = names.iter().map(|name| literal::string(name));
                quote! { Required(&[#(#names),*]) }
            }
            Keyword::DependentRequired(members) => dependent_required(members),
            applicator => self.applicator(applicator, within),
        };
        Some(quote! { Keyword::#keyword })
    }

    /// A keyword that holds subschemas.
    fn applicator(&mut self, keyword: &Keyword, within: &Subschema) -> TokenStream {
        match keyword {
            Keyword::Items { prefix, rest } => {
                let (prefix, rest) = (self.list(prefix), self.option(*rest));
                quote! { Items { prefix: #prefix, rest: #rest } }
            }
            Keyword::Contains { schema, min, max, evaluates } => {
                let (schema, min, max) = (self.schema(*schema), literal::unsigned(*min), limit(*max));
                quote! { Contains { schema: #schema, min: #min, max: #max, evaluates: #evaluates } }
            }
            Keyword::Properties { named, patterns, additional } => {
                self.properties(named, patterns, *additional, within)
            }
            Keyword::PropertyNames(id) => self.single("PropertyNames", *id),
            Keyword::DependentSchemas(members) => {
                let members = self.members(members);
                quote! { DependentSchemas(&[#(#members),*]) }
            }
            Keyword::AllOf(branches) => self.branches("AllOf", branches),
            Keyword::AnyOf(branches) => self.branches("AnyOf", branches),
            Keyword::OneOf(branches) => self.branches("OneOf", branches),
            Keyword::Not(id) => self.single("Not", *id),
            Keyword::If { condition, then, otherwise } => {
                let condition = self.schema(*condition);
                let (then, otherwise) = (self.option(*then), self.option(*otherwise));
                quote! { If { condition: #condition, then: #then, otherwise: #otherwise } }
            }
            Keyword::Ref(id) => self.single("Ref", *id),
            Keyword::DynamicRef { anchor, fallback } => {
                let fallback = self.schema(*fallback);
                quote! { DynamicRef { anchor: #anchor, fallback: #fallback } }
            }
            Keyword::UnevaluatedProperties(id) => self.single("UnevaluatedProperties", *id),
            Keyword::UnevaluatedItems(id) => self.single("UnevaluatedItems", *id),
            _ => quote! { Never },
        }
    }

    fn properties(
        &mut self,
        named: &[(String, SchemaId)],
        patterns: &[(String, SchemaId)],
        additional: Option<SchemaId>,
        within: &Subschema,
    ) -> TokenStream {
        let mut sorted = named.to_vec();
        sorted.sort();
        let named = self.members(&sorted);
        let patterns = patterns.iter().map(|(source, id)| {
            let (pattern, schema) = (self.pattern(source, within), self.schema(*id));
            quote! { (#pattern, #schema) }
        });
        let patterns: Vec<_> = patterns.collect();
        let additional = self.option(additional);
        quote! { Properties { named: &[#(#named),*], patterns: &[#(#patterns),*], additional: #additional } }
    }

    fn pattern(&mut self, source: &str, within: &Subschema) -> TokenStream {
        self.names.insert("Pattern");
        let matcher = self.emission.matcher(source, &schema_name(self.emission.plan, within));
        quote! { Pattern { source: #source, matches: super::patterns::#matcher } }
    }

    fn types(&mut self, types: TypeSet) -> TokenStream {
        self.names.insert("Types");
        let number =
            if types.contains(TypeSet::NUMBER) { (TypeSet::NUMBER, "NUMBER") } else { (TypeSet::INTEGER, "INTEGER") };
        let all = [
            (TypeSet::NULL, "NULL"),
            (TypeSet::BOOLEAN, "BOOLEAN"),
            number,
            (TypeSet::STRING, "STRING"),
            (TypeSet::ARRAY, "ARRAY"),
            (TypeSet::OBJECT, "OBJECT"),
        ];
        let mut names =
            all.iter().filter(|(single, _)| types.contains(*single)).map(|(_, name)| format_ident!("{name}"));
        let first = names.next().unwrap_or_else(|| format_ident!("NONE"));
        quote! { Type(Types::#first #(.union(Types::#names))*) }
    }

    fn values(&mut self, values: &[Json]) -> TokenStream {
        let values = values.iter().map(|value| literal::constant(value, &mut self.names));
        quote! { Enum(&[#(#values),*]) }
    }

    fn bound(&mut self, keyword: &str, bound: &Number) -> TokenStream {
        let (keyword, bound) = (ident(keyword), literal::number(bound, &mut self.names));
        quote! { #keyword(#bound) }
    }

    fn single(&mut self, keyword: &str, id: SchemaId) -> TokenStream {
        let (keyword, schema) = (ident(keyword), self.schema(id));
        quote! { #keyword(#schema) }
    }

    fn branches(&mut self, keyword: &str, branches: &[SchemaId]) -> TokenStream {
        let (keyword, branches) = (ident(keyword), self.list(branches));
        quote! { #keyword(#branches) }
    }

    fn list(&mut self, ids: &[SchemaId]) -> TokenStream {
        let schemas = ids.iter().map(|id| self.schema(*id));
        quote! { &[#(#schemas),*] }
    }

    fn option(&mut self, id: Option<SchemaId>) -> TokenStream {
        optional(id.map(|id| self.schema(id)))
    }

    fn members(&mut self, members: &[(String, SchemaId)]) -> Vec<TokenStream> {
        let entry = |(name, id): &(String, SchemaId)| {
            let (name, schema) = (literal::string(name), self.schema(*id));
            quote! { (#name, #schema) }
        };
        members.iter().map(entry).collect()
    }
}

fn count(keyword: &str, count: u64) -> TokenStream {
    let (keyword, count) = (ident(keyword), literal::unsigned(count));
    quote! { #keyword(#count) }
}

fn limit(limit: Option<u64>) -> TokenStream {
    optional(limit.map(literal::unsigned))
}

fn optional(value: Option<TokenStream>) -> TokenStream {
    value.map_or_else(|| quote! { None }, |value| quote! { Some(#value) })
}

fn format_keyword(name: &str) -> Option<TokenStream> {
    let known = known_format(name)?.name;
    let format = ident(&known.replace('-', "_").to_uppercase());
    Some(quote! { Format(&super::super::support::format::#format) })
}

fn dependent_required(members: &[(String, Vec<String>)]) -> TokenStream {
    let members = members.iter().map(|(name, names)| quote! { (#name, &[#(#names),*]) });
    quote! { DependentRequired(&[#(#members),*]) }
}
