//! Types, constants, combinations and references (2020-12 Core §8.2 and §10.2, Validation §6.1).

use crate::dialect::Draft;
use crate::metaschema::depth_exceeds;
use crate::schema::{Keyword, TypeSet};
use crate::source::Value;
use crate::stack::ORDINARY_DEPTH;
use crate::support::Json;

use super::keyword::Assertions;

impl Assertions<'_, '_> {
    pub(super) fn push_types(&self, keywords: &mut Vec<Keyword>) {
        if let Some(types) = self.value("type").map(|value| types(value.json())) {
            keywords.push(Keyword::Type(types));
            let is_number = types.contains(TypeSet::NUMBER);
            if types.contains(TypeSet::INTEGER) && !is_number && self.site.scope.dialect.draft() == Draft::Draft4 {
                keywords.push(Keyword::WrittenAsInteger);
            }
        }
        self.push_constants(keywords);
    }

    /// A value that is nested deeper than documents are read equals none of them, so it is left out.
    fn push_constants(&self, keywords: &mut Vec<Keyword>) {
        let is_readable = |json: &&Json| !depth_exceeds(json, ORDINARY_DEPTH);
        if let Some(values) = self.value("enum").and_then(|values| values.json().as_array()) {
            keywords.push(Keyword::Enum(values.iter().filter(is_readable).cloned().collect()));
        }
        if let Some(value) = self.value("const").map(Value::json) {
            keywords.push(if is_readable(&value) { Keyword::Const(value.clone()) } else { Keyword::Never });
        }
    }

    pub(super) fn push_logic(&self, keywords: &mut Vec<Keyword>) {
        keywords.extend(self.schemas("allOf").map(Keyword::AllOf));
        keywords.extend(self.schemas("anyOf").map(Keyword::AnyOf));
        keywords.extend(self.schemas("oneOf").map(Keyword::OneOf));
        keywords.extend(self.schema("not").map(Keyword::Not));
        // `then` and `else` mean nothing without `if` (2020-12 Core §10.2.2.2).
        keywords.extend(self.schema("if").map(|condition| Keyword::If {
            condition,
            then: self.schema("then"),
            otherwise: self.schema("else"),
        }));
    }

    pub(super) fn references(&self) -> Vec<Keyword> {
        ["$ref", "$dynamicRef", "$recursiveRef"].into_iter().filter_map(|keyword| self.reference(keyword)).collect()
    }

    fn reference(&self, keyword: &'static str) -> Option<Keyword> {
        let reference = self.resolution.links.get(self.id, keyword)?;
        let target = self.resolution.id(reference.target)?;
        Some(match &reference.dynamic_anchor {
            Some(anchor) => Keyword::DynamicRef { anchor: anchor.clone(), fallback: target },
            None => Keyword::Ref(target),
        })
    }

    pub(super) fn push_unevaluated(&self, keywords: &mut Vec<Keyword>) {
        keywords.extend(self.schema("unevaluatedProperties").map(Keyword::UnevaluatedProperties));
        keywords.extend(self.schema("unevaluatedItems").map(Keyword::UnevaluatedItems));
    }
}

/// The types that a name or an array of names allows.
fn types(json: &Json) -> TypeSet {
    let names = json.as_array().unwrap_or(std::slice::from_ref(json));
    names.iter().filter_map(Json::as_str).map(type_named).fold(TypeSet::default(), TypeSet::union)
}

fn type_named(name: &str) -> TypeSet {
    match name {
        "null" => TypeSet::NULL,
        "boolean" => TypeSet::BOOLEAN,
        "integer" => TypeSet::INTEGER,
        "number" => TypeSet::NUMBER,
        "string" => TypeSet::STRING,
        "array" => TypeSet::ARRAY,
        "object" => TypeSet::OBJECT,
        _ => TypeSet::default(),
    }
}
