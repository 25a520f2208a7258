//! Subschemas as self-contained JSON Schema 2020-12, whatever draft and file they come from.
//!
//! References become members of `$defs` that are named after their version, so that subschemas of both versions can
//! stand in one document.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::pointer;
use crate::schema::{Keyword, SchemaId, TypeSet};
use crate::support::{Json, Number};

use super::versions::{Era, Node, Versions};

/// The schema of what satisfies all of `nodes`, if 2020-12 can say it.
pub(super) fn conjunction(versions: &Versions<'_>, nodes: &[Node]) -> Option<Value> {
    let mut spelling = Spelling { versions, definitions: BTreeMap::new() };
    let branches: Option<Vec<Value>> = nodes.iter().map(|node| spelling.node(*node)).collect();
    Some(spelling.finish(Map::from_iter([("allOf".to_owned(), Value::from(branches?))])))
}

/// The schema that consists of one keyword.
pub(super) fn keyword(versions: &Versions<'_>, era: Era, keyword: &Keyword) -> Option<Value> {
    let mut spelling = Spelling { versions, definitions: BTreeMap::new() };
    let mut members = Map::new();
    spelling.keyword(era, keyword, &mut members)?;
    Some(spelling.finish(members))
}

struct Spelling<'v> {
    versions: &'v Versions<'v>,
    /// What is referred to; nothing while it is being spelled.
    definitions: BTreeMap<Node, Value>,
}

impl Spelling<'_> {
    fn finish(self, mut members: Map<String, Value>) -> Value {
        let definitions: Map<String, Value> =
            self.definitions.into_iter().map(|(node, schema)| (name(node), schema)).collect();
        members.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
        members.insert("$defs".to_owned(), Value::Object(definitions));
        Value::Object(members)
    }

    fn node(&mut self, node: Node) -> Option<Value> {
        let mut members = Map::new();
        let mut conjuncts = Vec::new();
        for keyword in self.versions.keywords(node) {
            let mut one = Map::new();
            self.keyword(node.era, keyword, &mut one)?;
            if one.keys().any(|name| members.contains_key(name)) {
                conjuncts.push(Value::Object(one));
            } else {
                members.extend(one);
            }
        }
        if !conjuncts.is_empty() {
            let all = members.entry("allOf").or_insert_with(|| Value::Array(Vec::new()));
            all.as_array_mut()?.extend(conjuncts);
        }
        Some(Value::Object(members))
    }

    fn keyword(&mut self, era: Era, keyword: &Keyword, to: &mut Map<String, Value>) -> Option<()> {
        match keyword {
            Keyword::WrittenAsInteger | Keyword::DynamicRef { .. } => return None,
            Keyword::Ref(target) => self.reference(Node { era, id: *target }, to)?,
            Keyword::AllOf(branches) => self.list(era, "allOf", branches, to)?,
            Keyword::AnyOf(branches) => self.list(era, "anyOf", branches, to)?,
            Keyword::OneOf(branches) => self.list(era, "oneOf", branches, to)?,
            Keyword::Not(schema) => self.one(era, "not", *schema, to)?,
            Keyword::PropertyNames(schema) => self.one(era, "propertyNames", *schema, to)?,
            Keyword::UnevaluatedProperties(schema) => self.one(era, "unevaluatedProperties", *schema, to)?,
            Keyword::UnevaluatedItems(schema) => self.one(era, "unevaluatedItems", *schema, to)?,
            Keyword::If { condition, then, otherwise } => {
                self.one(era, "if", *condition, to)?;
                self.optional(era, "then", *then, to)?;
                self.optional(era, "else", *otherwise, to)?;
            }
            Keyword::Items { prefix, rest } => {
                if !prefix.is_empty() {
                    self.list(era, "prefixItems", prefix, to)?;
                }
                self.optional(era, "items", *rest, to)?;
            }
            Keyword::Contains { schema, min, max, .. } => {
                self.one(era, "contains", *schema, to)?;
                to.insert("minContains".to_owned(), json!(min));
                to.extend(max.map(|max| ("maxContains".to_owned(), json!(max))));
            }
            Keyword::Properties { named, patterns, additional } => {
                self.named(era, "properties", named, to)?;
                self.named(era, "patternProperties", patterns, to)?;
                self.optional(era, "additionalProperties", *additional, to)?;
            }
            Keyword::DependentSchemas(schemas) => self.named(era, "dependentSchemas", schemas, to)?,
            plain => {
                let (name, value) = assertion(plain)?;
                to.insert(name.to_owned(), value);
            }
        }
        Some(())
    }

    fn reference(&mut self, target: Node, to: &mut Map<String, Value>) -> Option<()> {
        let place = pointer::join("", &["$defs", &name(target)]);
        to.insert("$ref".to_owned(), Value::from(format!("#{}", pointer::to_fragment(&place))));
        if !self.definitions.contains_key(&target) {
            self.definitions.insert(target, Value::Null);
            let schema = self.node(target)?;
            self.definitions.insert(target, schema);
        }
        Some(())
    }

    fn one(&mut self, era: Era, name: &str, id: SchemaId, to: &mut Map<String, Value>) -> Option<()> {
        let schema = self.node(Node { era, id })?;
        to.insert(name.to_owned(), schema);
        Some(())
    }

    fn optional(&mut self, era: Era, name: &str, id: Option<SchemaId>, to: &mut Map<String, Value>) -> Option<()> {
        id.map_or(Some(()), |id| self.one(era, name, id, to))
    }

    fn list(&mut self, era: Era, name: &str, ids: &[SchemaId], to: &mut Map<String, Value>) -> Option<()> {
        let schemas: Option<Vec<Value>> = ids.iter().map(|id| self.node(Node { era, id: *id })).collect();
        to.insert(name.to_owned(), Value::from(schemas?));
        Some(())
    }

    fn named(&mut self, era: Era, name: &str, ids: &[(String, SchemaId)], to: &mut Map<String, Value>) -> Option<()> {
        let mut schemas = Map::new();
        for (name, id) in ids {
            schemas.insert(name.clone(), self.node(Node { era, id: *id })?);
        }
        if !schemas.is_empty() {
            to.insert(name.to_owned(), Value::Object(schemas));
        }
        Some(())
    }
}

fn name(node: Node) -> String {
    let era = match node.era {
        Era::Old => "old",
        Era::New => "new",
    };
    format!("{era}-{}", node.id.0)
}

/// A keyword without subschemas.
fn assertion(keyword: &Keyword) -> Option<(&'static str, Value)> {
    let number = |number: &Number| Value::from(Json::Number(number.clone()));
    Some(match keyword {
        Keyword::Never => ("not", json!({})),
        Keyword::Type(types) => ("type", Value::from(type_names(*types))),
        Keyword::Enum(values) => ("enum", values.iter().map(|value| Value::from(value.clone())).collect()),
        Keyword::Const(value) => ("const", Value::from(value.clone())),
        Keyword::Minimum(bound) => ("minimum", number(bound)),
        Keyword::Maximum(bound) => ("maximum", number(bound)),
        Keyword::ExclusiveMinimum(bound) => ("exclusiveMinimum", number(bound)),
        Keyword::ExclusiveMaximum(bound) => ("exclusiveMaximum", number(bound)),
        Keyword::MultipleOf(factor) => ("multipleOf", number(factor)),
        Keyword::MinLength(count) => ("minLength", json!(count)),
        Keyword::MaxLength(count) => ("maxLength", json!(count)),
        Keyword::Pattern(pattern) => ("pattern", json!(pattern)),
        Keyword::Format(format) => ("format", json!(format)),
        Keyword::MinItems(count) => ("minItems", json!(count)),
        Keyword::MaxItems(count) => ("maxItems", json!(count)),
        Keyword::UniqueItems => ("uniqueItems", json!(true)),
        Keyword::Required(names) => ("required", json!(names)),
        Keyword::MinProperties(count) => ("minProperties", json!(count)),
        Keyword::MaxProperties(count) => ("maxProperties", json!(count)),
        Keyword::DependentRequired(dependents) => {
            let dependents = dependents.iter().map(|(name, names)| (name.clone(), json!(names)));
            ("dependentRequired", Value::Object(dependents.collect()))
        }
        _ => return None,
    })
}

fn type_names(types: TypeSet) -> Vec<&'static str> {
    const NAMES: [(TypeSet, &str); 7] = [
        (TypeSet::NULL, "null"),
        (TypeSet::BOOLEAN, "boolean"),
        (TypeSet::NUMBER, "number"),
        (TypeSet::INTEGER, "integer"),
        (TypeSet::STRING, "string"),
        (TypeSet::ARRAY, "array"),
        (TypeSet::OBJECT, "object"),
    ];
    let is_within = |(other, name): &&(TypeSet, &str)| {
        types.contains(*other) && !(*name == "integer" && types.contains(TypeSet::NUMBER))
    };
    NAMES.iter().filter(is_within).map(|(_, name)| *name).collect()
}
