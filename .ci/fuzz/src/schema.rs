//! Random schemas: few names and few values, so that keywords meet each other.

use codegen::dialect::Draft;
use serde_json::{Map, Value, json};

use crate::choices::Choices;
use crate::document::{ANCHOR, DEFINITIONS};
use crate::keywords;

/// How deep subschemas nest.
const DEPTH: usize = 3;

/// What a subschema may be made of.
pub(crate) struct Grammar<'c, 'b> {
    pub(crate) choices: &'c mut Choices<'b>,
    pub(crate) draft: Draft,
    depth: usize,
    /// The first definition that may be referred to here; those before it contain this place without a step down.
    first: usize,
    /// Whether this place is about a part of the instance, where a reference may lead back to any schema around it.
    is_part: bool,
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
    /// Each is a schema resource of its own, and all have one name in common, which the outermost of them decides.
    Scope,
}

/// Draws a schema document of a draft.
#[must_use]
pub fn draw(choices: &mut Choices<'_>, draft: Draft) -> Value {
    let names = if choices.chance(60) {
        Naming::Pointer
    } else {
        *choices.pick(&[Naming::Anchor, Naming::Resource, Naming::Dynamic, Naming::Scope])
    };
    let names = match names {
        Naming::Dynamic if draft < Draft::Draft202012 => Naming::Anchor,
        Naming::Scope if draft < Draft::Draft201909 => Naming::Resource,
        names => names,
    };
    let mut grammar = Grammar { choices, draft, depth: DEPTH, first: 0, is_part: false, names };
    let mut root = grammar.object();
    // A document that says nothing but definitions has no type of its own.
    if root.keys().all(|keyword| ["uniqueItems", "x-sensitive"].contains(&keyword.as_str())) {
        keywords::leaf(&mut grammar, &mut root);
    }
    let mut definitions = Map::new();
    for (index, name) in DEFINITIONS.iter().enumerate() {
        grammar.first = index + 1;
        definitions.insert((*name).to_owned(), grammar.definition(name).into());
    }
    root.insert("definitions".to_owned(), definitions.into());
    if grammar.names == Naming::Scope {
        grammar.share_a_name(&mut root);
    }
    root.into()
}

impl Grammar<'_, '_> {
    /// A subschema for a part of the instance, where any definition may be referred to.
    pub(crate) fn child(&mut self) -> Value {
        let first = std::mem::replace(&mut self.first, 0);
        let is_part = std::mem::replace(&mut self.is_part, true);
        let schema = self.here();
        (self.first, self.is_part) = (first, is_part);
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
            Naming::Scope => {
                self.share_a_name(&mut schema);
                (id, format!("urn:definition:{name}"))
            }
        };
        schema.insert(keyword.to_owned(), value.into());
        schema
    }

    /// Gives a schema resource the name that all have; most of them are found by it wherever a reference stands.
    fn share_a_name(&mut self, schema: &mut Map<String, Value>) {
        let is_dynamic = self.chance(75);
        let (keyword, value) = match (self.draft, is_dynamic) {
            (Draft::Draft201909, is_dynamic) => ("$recursiveAnchor", is_dynamic.into()),
            (_, true) => ("$dynamicAnchor", ANCHOR.into()),
            (_, false) => ("$anchor", ANCHOR.into()),
        };
        schema.insert(keyword.to_owned(), value);
    }

    fn reference(&mut self) -> Value {
        let name = self.pick(&DEFINITIONS[self.first..]);
        let is_scoped = self.names == Naming::Scope && self.is_part && self.chance(60);
        match self.names {
            Naming::Scope if is_scoped && self.draft == Draft::Draft201909 => json!({ "$recursiveRef": "#" }),
            Naming::Scope if is_scoped => json!({ "$dynamicRef": format!("#{ANCHOR}") }),
            Naming::Pointer => json!({ "$ref": format!("#/definitions/{name}") }),
            Naming::Anchor => json!({ "$ref": format!("#{name}") }),
            Naming::Resource | Naming::Scope => json!({ "$ref": format!("urn:definition:{name}") }),
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
        if self.chance(2) {
            schema.insert("x-sensitive".to_owned(), true.into());
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
