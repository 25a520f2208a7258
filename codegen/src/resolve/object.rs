//! Keywords for objects (2020-12 Core §10.3.2, Validation §6.5).

use crate::schema::{Keyword, SchemaId};
use crate::source::Value;

use super::keyword::{Assertions, strings};

impl Assertions<'_, '_> {
    pub(super) fn push_object_keywords(&self, keywords: &mut Vec<Keyword>) {
        let named = self.named_schemas("properties").unwrap_or_default();
        let patterns = self.named_schemas("patternProperties").unwrap_or_default();
        let additional = self.schema("additionalProperties");
        if !named.is_empty() || !patterns.is_empty() || additional.is_some() {
            keywords.push(Keyword::Properties { named, patterns, additional });
        }
        keywords.extend(self.schema("propertyNames").map(Keyword::PropertyNames));
        let required = self.value("required").and_then(|names| strings(names.json()));
        keywords.extend(required.filter(|names| !names.is_empty()).map(Keyword::Required));
        keywords.extend(self.count("minProperties").map(Keyword::MinProperties));
        keywords.extend(self.count("maxProperties").map(Keyword::MaxProperties));
        self.push_dependencies(keywords);
    }

    /// `dependencies` is both of its successors, and is understood in all drafts: the metaschemas still know it.
    fn push_dependencies(&self, keywords: &mut Vec<Keyword>) {
        let of = |keyword| self.value(keyword).into_iter().flat_map(Value::members);
        let names = of("dependentRequired").chain(of("dependencies"));
        let required: Vec<(String, Vec<String>)> =
            names.filter_map(|(name, names)| Some((name.into_owned(), strings(names.json())?))).collect();
        let schemas: Vec<(String, SchemaId)> = ["dependentSchemas", "dependencies"]
            .into_iter()
            .filter_map(|keyword| self.named_schemas(keyword))
            .flatten()
            .collect();
        if !required.is_empty() {
            keywords.push(Keyword::DependentRequired(required));
        }
        if !schemas.is_empty() {
            keywords.push(Keyword::DependentSchemas(schemas));
        }
    }
}
