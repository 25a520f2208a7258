//! Subschemas as JSON Schema 2020-12 again, whatever draft they come from.
//!
//! Validators understand nothing else, and what `lower` makes stands in no document that they could be sent to.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::dialect::Draft;
use crate::support::{Json, Number};

use super::{Graph, Keyword, SchemaId, Scoped, TypeSet};

impl Graph {
    /// The subschema as JSON Schema: a reference to where it stands or, if no document holds it, what it says of those
    /// that it is made of.
    #[must_use]
    pub fn spelled(&self, id: SchemaId) -> Value {
        self.spell(id, &mut Inner::default())
    }

    fn spell(&self, id: SchemaId, inner: &mut Inner) -> Value {
        let subschema = self.get(id);
        if let Some(scoped) = self.scoped.get(&id) {
            return self.spell_scoped(id, scoped, inner);
        }
        if self.is_written(id) {
            return json!({ "$ref": subschema.uri });
        }
        // What is made is made of what was there before, so this comes to an end.
        let made = object(&subschema.keywords, &mut |keyword| self.spell_keyword(keyword, inner));
        made.map_or_else(|| json!({ "$ref": subschema.uri }), Value::Object)
    }

    fn spell_keyword(&self, keyword: &Keyword, inner: &mut Inner) -> Option<Map<String, Value>> {
        match keyword {
            Keyword::Ref(target) => self.spell(*target, inner).as_object().cloned(),
            keyword => {
                inner.depth += 1;
                let members = members(keyword, &mut |id| Some(self.spell(id, inner)));
                inner.depth -= 1;
                members
            }
        }
    }

    /// A subschema in a dynamic scope: a resource that has the anchors of that scope and refers to where it stands. The
    /// outermost one belongs to whoever asks.
    fn spell_scoped(&self, id: SchemaId, scoped: &Scoped, inner: &mut Inner) -> Value {
        let uri = self.place(id);
        if inner.depth > 0 && !inner.resources.insert(id) {
            return json!({ "$ref": uri });
        }
        let named = scoped.anchors.iter().filter(|(anchor, _)| !anchor.is_empty());
        let mut anchors: Map<String, Value> = named
            .map(|(anchor, target)| (anchor.clone(), json!({ "$dynamicAnchor": anchor, "$ref": self.place(*target) })))
            .collect();
        let mut entered = self.place(scoped.schema).to_owned();
        if let Some(target) = scoped.anchors.get("") {
            let scope = format!("{uri}&scope");
            anchors.insert("$recursiveAnchor".to_owned(), recursive(&scope, self.place(*target), &entered));
            entered = format!("{scope}#/$defs/entry");
        }
        let mut spelled = json!({ "$ref": entered, "allOf": [{ "$defs": anchors }] });
        if inner.depth > 0
            && let Some(members) = spelled.as_object_mut()
        {
            members.insert("$id".to_owned(), json!(uri));
        }
        spelled
    }

    /// Where the subschema stands, without the empty fragment of a root: some validators take that for another resource.
    fn place(&self, id: SchemaId) -> &str {
        self.get(id).uri.trim_end_matches('#')
    }
}

/// A resource of 2019-09 whose root is `target`, and which is entered beside it: within `schema`, a `$recursiveRef` leads
/// to the root of the outermost resource that has the anchor (2019-09 Core §8.2.4.2).
fn recursive(uri: &str, target: &str, schema: &str) -> Value {
    json!({
        "$id": uri,
        "$schema": Draft::Draft201909.uri(),
        "$recursiveAnchor": true,
        "$ref": target,
        "$defs": { "entry": { "$ref": schema } },
    })
}

/// What is within the schema that is being spelled.
#[derive(Default)]
struct Inner {
    depth: usize,
    /// The resources that were spelled there, each of which is referred to when it comes again.
    resources: BTreeSet<SchemaId>,
}

/// A schema object of some keywords, each as `spell` says it; what it says twice stands in an `allOf`.
pub(crate) fn object(
    keywords: &[Keyword],
    spell: &mut dyn FnMut(&Keyword) -> Option<Map<String, Value>>,
) -> Option<Map<String, Value>> {
    let mut object = Map::new();
    let mut conjuncts = Vec::new();
    for keyword in keywords {
        let one = spell(keyword)?;
        if one.keys().any(|name| object.contains_key(name)) {
            conjuncts.push(Value::Object(one));
        } else {
            object.extend(one);
        }
    }
    if !conjuncts.is_empty() {
        let all = object.entry("allOf").or_insert_with(|| Value::Array(Vec::new()));
        all.as_array_mut()?.extend(conjuncts);
    }
    Some(object)
}

/// How a subschema inside a keyword is said.
type Spell<'s> = dyn FnMut(SchemaId) -> Option<Value> + 's;

/// The members of a schema object that say a keyword; `None` for references, and for what 2020-12 cannot say.
pub(crate) fn members(keyword: &Keyword, spell: &mut Spell<'_>) -> Option<Map<String, Value>> {
    let mut members = Members { spell, members: Map::new() };
    match keyword {
        Keyword::AllOf(branches) => members.list("allOf", branches)?,
        Keyword::AnyOf(branches) => members.list("anyOf", branches)?,
        Keyword::OneOf(branches) => members.list("oneOf", branches)?,
        Keyword::Not(schema) => members.one("not", *schema)?,
        Keyword::PropertyNames(schema) => members.one("propertyNames", *schema)?,
        Keyword::UnevaluatedProperties(schema) => members.one("unevaluatedProperties", *schema)?,
        Keyword::UnevaluatedItems(schema) => members.one("unevaluatedItems", *schema)?,
        Keyword::If { condition, then, otherwise } => {
            members.one("if", *condition)?;
            members.optional("then", *then)?;
            members.optional("else", *otherwise)?;
        }
        Keyword::Items { prefix, rest } => {
            if !prefix.is_empty() {
                members.list("prefixItems", prefix)?;
            }
            members.optional("items", *rest)?;
        }
        Keyword::Contains { schema, min, max, .. } => {
            members.one("contains", *schema)?;
            members.plain("minContains", json!(min));
            if let Some(max) = max {
                members.plain("maxContains", json!(max));
            }
        }
        Keyword::Properties { named, patterns, additional } => {
            members.named("properties", named)?;
            members.named("patternProperties", patterns)?;
            members.optional("additionalProperties", *additional)?;
        }
        Keyword::DependentSchemas(schemas) => members.named("dependentSchemas", schemas)?,
        plain => {
            let (name, value) = assertion(plain)?;
            members.plain(name, value);
        }
    }
    Some(members.members)
}

struct Members<'s, 'f> {
    spell: &'s mut Spell<'f>,
    members: Map<String, Value>,
}

impl Members<'_, '_> {
    fn plain(&mut self, name: &str, value: Value) {
        self.members.insert(name.to_owned(), value);
    }

    fn one(&mut self, name: &str, id: SchemaId) -> Option<()> {
        let schema = (self.spell)(id)?;
        self.plain(name, schema);
        Some(())
    }

    fn optional(&mut self, name: &str, id: Option<SchemaId>) -> Option<()> {
        id.map_or(Some(()), |id| self.one(name, id))
    }

    fn list(&mut self, name: &str, ids: &[SchemaId]) -> Option<()> {
        let schemas: Option<Vec<Value>> = ids.iter().map(|id| (self.spell)(*id)).collect();
        self.plain(name, Value::from(schemas?));
        Some(())
    }

    fn named(&mut self, name: &str, ids: &[(String, SchemaId)]) -> Option<()> {
        let mut schemas = Map::new();
        for (name, id) in ids {
            schemas.insert(name.clone(), (self.spell)(*id)?);
        }
        if !schemas.is_empty() {
            self.plain(name, Value::Object(schemas));
        }
        Some(())
    }
}

/// A keyword without subschemas.
fn assertion(keyword: &Keyword) -> Option<(&'static str, Value)> {
    let number = |number: &Number| Value::from(Json::Number(number.clone()));
    Some(match keyword {
        Keyword::Never => ("not", json!({})),
        Keyword::Type(types) => ("type", Value::from(types.names())),
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

impl TypeSet {
    /// The types' names, `integer` only where `number` does not say it already.
    pub(crate) fn names(self) -> Vec<&'static str> {
        const NAMES: [(TypeSet, &str); 7] = [
            (TypeSet::NULL, "null"),
            (TypeSet::BOOLEAN, "boolean"),
            (TypeSet::NUMBER, "number"),
            (TypeSet::INTEGER, "integer"),
            (TypeSet::STRING, "string"),
            (TypeSet::ARRAY, "array"),
            (TypeSet::OBJECT, "object"),
        ];
        let is_within = |(other, name): &&(Self, &str)| {
            self.contains(*other) && !(*name == "integer" && self.contains(Self::NUMBER))
        };
        NAMES.iter().filter(is_within).map(|(_, name)| *name).collect()
    }
}
