//! Random schemas: few names and few values, so that keywords meet each other.

use codegen::dialect::Draft;
use serde_json::{Map, Value, json};

use crate::choices::Choices;
use crate::keywords;

/// How deep subschemas nest.
const DEPTH: usize = 3;

/// The definitions that schemas refer to.
pub(crate) const DEFINITIONS: [&str; 3] = ["A", "B", "C"];

/// What a subschema may be made of.
pub(crate) struct Grammar<'c, 'b> {
    pub(crate) choices: &'c mut Choices<'b>,
    pub(crate) draft: Draft,
    depth: usize,
    /// The first definition that may be referred to here; those before it contain this place without a step down.
    first: usize,
    names: Naming,
}

/// How definitions are found.
#[derive(Clone, Copy, PartialEq)]
enum Naming {
    /// By their JSON Pointers.
    Pointer,
    /// By a name each.
    Anchor,
    /// Each is a schema resource of its own.
    Resource,
    /// By a name each that a resource further out may redefine.
    Dynamic,
}

/// Draws a schema document of a draft.
#[must_use]
pub fn draw(choices: &mut Choices<'_>, draft: Draft) -> Value {
    let names = if choices.chance(60) {
        Naming::Pointer
    } else {
        *choices.pick(&[Naming::Anchor, Naming::Resource, Naming::Dynamic])
    };
    let names = if names == Naming::Dynamic && draft < Draft::Draft202012 { Naming::Anchor } else { names };
    let mut grammar = Grammar { choices, draft, depth: DEPTH, first: 0, names };
    let mut root = grammar.object();
    // A document that says nothing but definitions has no type of its own.
    if root.keys().all(|keyword| keyword == "uniqueItems") {
        keywords::leaf(&mut grammar, &mut root);
    }
    let mut definitions = Map::new();
    for (index, name) in DEFINITIONS.iter().enumerate() {
        grammar.first = index + 1;
        definitions.insert((*name).to_owned(), grammar.definition(name).into());
    }
    root.insert("definitions".to_owned(), definitions.into());
    root.into()
}

impl Grammar<'_, '_> {
    /// A subschema for a part of the instance, where any definition may be referred to.
    pub(crate) fn child(&mut self) -> Value {
        let first = std::mem::replace(&mut self.first, 0);
        let schema = self.here();
        self.first = first;
        schema
    }

    /// A subschema for the instance itself.
    pub(crate) fn here(&mut self) -> Value {
        match self.choices.below(256) {
            0..12 if self.draft > Draft::Draft4 => self.choices.chance(50).into(),
            12..60 if self.first < DEFINITIONS.len() => self.reference(),
            _ => self.object().into(),
        }
    }

    fn definition(&mut self, name: &str) -> Map<String, Value> {
        let mut schema = self.object();
        let id = if self.draft == Draft::Draft4 { "id" } else { "$id" };
        let (keyword, value) = match self.names {
            Naming::Pointer => return schema,
            Naming::Resource => (id, format!("urn:definition:{name}")),
            Naming::Anchor if self.draft < Draft::Draft201909 => (id, format!("#{name}")),
            Naming::Anchor => ("$anchor", name.to_owned()),
            Naming::Dynamic => ("$dynamicAnchor", name.to_owned()),
        };
        schema.insert(keyword.to_owned(), value.into());
        schema
    }

    fn reference(&mut self) -> Value {
        let name = self.choices.pick(&DEFINITIONS[self.first..]);
        match self.names {
            Naming::Pointer => json!({ "$ref": format!("#/definitions/{name}") }),
            Naming::Anchor => json!({ "$ref": format!("#{name}") }),
            Naming::Resource => json!({ "$ref": format!("urn:definition:{name}") }),
            Naming::Dynamic => json!({ "$dynamicRef": format!("#{name}") }),
        }
    }

    /// A schema object with one to a few keywords.
    pub(crate) fn object(&mut self) -> Map<String, Value> {
        let mut schema = Map::new();
        if self.depth == 0 {
            keywords::leaf(self, &mut schema);
            return schema;
        }
        self.depth -= 1;
        match self.choices.below(12) {
            0..=5 => keywords::typed(self, &mut schema),
            6 => keywords::untyped(self, &mut schema),
            7 => keywords::union(self, &mut schema),
            8 => keywords::tagged(self, &mut schema),
            9 => keywords::constants(self, &mut schema),
            _ => {
                keywords::typed(self, &mut schema);
                keywords::logic(self, &mut schema);
            }
        }
        self.depth += 1;
        schema
    }

    /// Whether something happens that does in `percent` of all cases.
    pub(crate) fn chance(&mut self, percent: usize) -> bool {
        self.choices.chance(percent)
    }

    pub(crate) fn pick<T: Copy>(&mut self, all: &[T]) -> T {
        *self.choices.pick(all)
    }
}
