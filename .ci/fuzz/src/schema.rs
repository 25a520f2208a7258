//! Random schemas: few names and few values, so that keywords meet each other.

use codegen::dialect::Draft;
use fastrand::Rng;
use serde_json::{Map, Value, json};

use crate::keywords;

/// How deep subschemas nest.
const DEPTH: usize = 3;

/// The definitions that schemas refer to.
pub(crate) const DEFINITIONS: [&str; 3] = ["A", "B", "C"];

/// What a subschema may be made of.
pub(crate) struct Grammar<'r> {
    pub(crate) rng: &'r mut Rng,
    pub(crate) draft: Draft,
    depth: usize,
    /// The first definition that may be referred to here; those before it contain this place without a step down.
    first: usize,
}

/// Draws a schema document of a draft.
pub(crate) fn draw(rng: &mut Rng, draft: Draft) -> Value {
    let mut grammar = Grammar { rng, draft, depth: DEPTH, first: 0 };
    let mut root = grammar.object();
    // A document that says nothing but definitions has no type of its own.
    while root.keys().all(|keyword| keyword == "uniqueItems") {
        root = grammar.object();
    }
    let mut definitions = Map::new();
    for (index, name) in DEFINITIONS.iter().enumerate() {
        grammar.first = index + 1;
        definitions.insert((*name).to_owned(), grammar.object().into());
    }
    root.insert("definitions".to_owned(), definitions.into());
    root.into()
}

impl Grammar<'_> {
    /// A subschema for a part of the instance, where any definition may be referred to.
    pub(crate) fn child(&mut self) -> Value {
        let first = std::mem::replace(&mut self.first, 0);
        let schema = self.here();
        self.first = first;
        schema
    }

    /// A subschema for the instance itself.
    pub(crate) fn here(&mut self) -> Value {
        match self.rng.u8(..) {
            0..12 if self.draft > Draft::Draft4 => self.rng.bool().into(),
            12..60 if self.first < DEFINITIONS.len() => self.reference(),
            _ => self.object().into(),
        }
    }

    fn reference(&mut self) -> Value {
        let name = DEFINITIONS[self.rng.usize(self.first..DEFINITIONS.len())];
        json!({ "$ref": format!("#/definitions/{name}") })
    }

    /// A schema object with one to a few keywords.
    pub(crate) fn object(&mut self) -> Map<String, Value> {
        let mut schema = Map::new();
        if self.depth == 0 {
            keywords::leaf(self, &mut schema);
            return schema;
        }
        self.depth -= 1;
        match self.rng.u8(0..12) {
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
    pub(crate) fn chance(&mut self, percent: u8) -> bool {
        self.rng.u8(0..100) < percent
    }

    pub(crate) fn pick<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.rng.usize(0..all.len())]
    }
}
