//! Documents that are valid but for one thing: for each keyword at each place, the smallest change that breaks it.

mod array;
mod object;
mod scalar;
mod string;

use codegen::schema::{Keyword, SchemaId};

use super::choices::Choices;
use super::demands::{Condition, Demands, Forks};
use super::document::Document;
use super::pointer;
use super::tree::Tree;
use super::world::World;

/// A change to a document.
#[derive(Clone, Debug)]
pub(crate) struct NearMiss {
    /// Where the change is.
    pointer: String,
    /// The keyword that it is meant to break.
    pub(crate) keyword: &'static str,
    /// What stands there instead.
    value: Tree,
}

impl NearMiss {
    /// Where the change is, whichever item of an array it is in.
    pub(crate) fn kind_of_place(&self) -> String {
        let tokens = self.pointer.split('/');
        tokens.map(|token| if token.parse::<usize>().is_ok() { "*" } else { token }).collect::<Vec<_>>().join("/")
    }

    /// The document with the change.
    pub(crate) fn of(&self, document: &Document) -> Document {
        let origin = format!("{} with {} broken at {:?}", document.origin, self.keyword, self.pointer);
        Document::of_tree(origin, document.tree.with(&self.pointer, self.value.clone()))
    }
}

/// All near misses of a document that is valid against a schema.
pub(crate) fn all(world: &World, schema: SchemaId, document: &Document) -> Vec<NearMiss> {
    places(world, schema, document).iter().flat_map(Place::near_misses).collect()
}

/// One near miss of a document that is valid against a schema, if the schema can be missed at the chosen place.
pub(crate) fn one(world: &World, schema: SchemaId, document: &Document, choices: &mut Choices<'_>) -> Option<NearMiss> {
    let places = places(world, schema, document);
    let near_misses = choices.pick(&places)?.near_misses();
    choices.pick(&near_misses).cloned()
}

/// A value in a document, and what the schemas ask of it.
struct Place<'a> {
    pointer: String,
    tree: &'a Tree,
    demands: Demands<'a>,
}

impl Place<'_> {
    fn near_misses(&self) -> Vec<NearMiss> {
        let of = |(keyword, value)| NearMiss { pointer: self.pointer.clone(), keyword, value };
        changes(&self.demands, self.tree).into_iter().map(of).collect()
    }
}

fn places<'a>(world: &'a World, schema: SchemaId, document: &'a Document) -> Vec<Place<'a>> {
    let mut places = Vec::new();
    let mut pending = vec![(String::new(), &document.tree, vec![schema])];
    while let Some((pointer, tree, schemas)) = pending.pop() {
        let demands = Demands::gather(world, &schemas, &mut EveryFork);
        for (name, value) in tree.members() {
            pending.push((pointer::join(&pointer, name), value, demands.member(name)));
        }
        for (index, item) in tree.items().iter().enumerate() {
            pending.push((pointer::join(&pointer, &index.to_string()), item, demands.item(index)));
        }
        places.push(Place { pointer, tree, demands });
    }
    places
}

/// What could stand in a value's place to break a keyword.
fn changes(demands: &Demands<'_>, tree: &Tree) -> Vec<(&'static str, Tree)> {
    let of_keyword = |keyword| {
        let values = match tree {
            Tree::Array(items) => array::changes(keyword, items),
            Tree::Object(members) => object::changes(demands, keyword, members),
            Tree::String(text) => string::changes(demands, keyword, text),
            _ => Vec::new(),
        };
        let values = values.into_iter().chain(scalar::changes(keyword, tree));
        values.map(move |value| (name(keyword), value)).collect::<Vec<_>>()
    };
    demands.keywords().flat_map(of_keyword).collect()
}

/// Everything that could apply: whichever branch was meant, its near misses are wanted.
struct EveryFork;

impl Forks for EveryFork {
    fn branches(&mut self, branches: &[SchemaId]) -> Vec<SchemaId> {
        branches.to_vec()
    }

    fn conditions(&mut self, conditions: &[Condition]) -> Vec<SchemaId> {
        conditions.iter().flat_map(|fork| [fork.then, fork.otherwise]).flatten().collect()
    }
}

/// The keyword's name, for a reader of the test's output.
fn name(keyword: &Keyword) -> &'static str {
    match keyword {
        Keyword::Type(_) => "type",
        Keyword::Enum(_) => "enum",
        Keyword::Const(_) => "const",
        Keyword::Minimum(_) => "minimum",
        Keyword::Maximum(_) => "maximum",
        Keyword::ExclusiveMinimum(_) => "exclusiveMinimum",
        Keyword::ExclusiveMaximum(_) => "exclusiveMaximum",
        Keyword::MultipleOf(_) => "multipleOf",
        Keyword::MinLength(_) => "minLength",
        Keyword::MaxLength(_) => "maxLength",
        Keyword::Pattern(_) => "pattern",
        Keyword::Format(_) => "format",
        Keyword::Items { .. } => "items",
        Keyword::MinItems(_) => "minItems",
        Keyword::MaxItems(_) => "maxItems",
        Keyword::UniqueItems => "uniqueItems",
        Keyword::Contains { .. } => "contains",
        Keyword::Properties { .. } => "properties",
        Keyword::PropertyNames(_) => "propertyNames",
        Keyword::Required(_) => "required",
        Keyword::MinProperties(_) => "minProperties",
        Keyword::MaxProperties(_) => "maxProperties",
        Keyword::DependentRequired(_) => "dependentRequired",
        _ => "another keyword",
    }
}
