//! Documents made from a schema: mostly valid ones, at the edges of what it allows.

mod any;
mod array;
pub(crate) mod decimal;
pub(crate) mod format;
mod number;
mod object;
mod pattern;
mod string;

use codegen::schema::{Keyword, SchemaId, TypeSet};

use super::choices::Choices;
use super::demands::{Condition, Demands, Forks};
use super::document::Document;
use super::spelling;
use super::tree::Tree;
use super::world::World;

/// Deeper than this, only what is required is generated.
const ENOUGH: usize = 8;

/// Deeper than this, nothing is: the schema requires a document without end.
const TOO_DEEP: usize = 64;

/// Makes a document for a schema out of some decisions.
pub(crate) fn document(world: &World, schema: SchemaId, decisions: &[u32]) -> Document {
    let mut choices = Choices::new(decisions);
    let is_wild = choices.once_in(8);
    let mut generator = Generator { world, choices, depth: 0, is_wild };
    let tree = generator.value(&[schema]);
    let text = spelling::write(&tree, &mut generator.choices);
    Document::new("a generated document", tree, text)
}

struct Generator<'w> {
    world: &'w World,
    choices: Choices<'w>,
    depth: usize,
    /// Whether some places of this document ignore the schema.
    is_wild: bool,
}

impl<'w> Generator<'w> {
    fn value(&mut self, schemas: &[SchemaId]) -> Tree {
        if self.depth > TOO_DEEP {
            return Tree::Null;
        }
        if self.is_wild && self.choices.once_in(16) {
            return any::value(&mut self.choices);
        }
        let demands = Demands::gather(self.world, schemas, &mut self.choices);
        self.depth += 1;
        let value = self.of_demands(&demands);
        self.depth -= 1;
        value
    }

    fn of_demands(&mut self, demands: &Demands<'w>) -> Tree {
        if let Some(constants) = demands.constants() {
            let constant = self.choices.pick(&constants);
            return constant.map_or(Tree::Null, |constant| self.respelled(Tree::from(*constant)));
        }
        if self.choices.once_in(8)
            && let Some(example) = self.choices.pick(&demands.examples())
        {
            return self.respelled(Tree::from(*example));
        }
        match self.choices.pick(&kinds(demands)).copied() {
            None | Some(Kind::Null) => Tree::Null,
            Some(Kind::Boolean) => Tree::Boolean(self.choices.flip()),
            Some(Kind::Number) => self.number(demands),
            Some(Kind::String) => Tree::String(self.string(demands)),
            Some(Kind::Array) => self.array(demands),
            Some(Kind::Object) => self.object(demands),
        }
    }

    fn respelled(&mut self, tree: Tree) -> Tree {
        match tree {
            Tree::Number(text) => Tree::Number(number::respelled(&text, &mut self.choices)),
            other => other,
        }
    }
}

/// A JSON type as a reader sees it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Null,
    Boolean,
    Number,
    String,
    Array,
    Object,
}

/// The kinds that the types allow; where a keyword speaks of some of them, only those.
fn kinds(demands: &Demands<'_>) -> Vec<Kind> {
    let types = demands.types();
    let allowed: Vec<Kind> = [
        (TypeSet::OBJECT, Kind::Object),
        (TypeSet::ARRAY, Kind::Array),
        (TypeSet::STRING, Kind::String),
        (TypeSet::INTEGER, Kind::Number),
        (TypeSet::BOOLEAN, Kind::Boolean),
        (TypeSet::NULL, Kind::Null),
    ]
    .into_iter()
    .filter(|(of_type, _)| types.contains(*of_type))
    .map(|(_, kind)| kind)
    .collect();
    let spoken_of: Vec<Kind> = demands.keywords().filter_map(spoken_of).filter(|kind| allowed.contains(kind)).collect();
    if types == TypeSet::ALL && !spoken_of.is_empty() { spoken_of } else { allowed }
}

fn spoken_of(keyword: &Keyword) -> Option<Kind> {
    match keyword {
        Keyword::Properties { .. } | Keyword::Required(_) | Keyword::PropertyNames(_) => Some(Kind::Object),
        Keyword::Items { .. } | Keyword::Contains { .. } => Some(Kind::Array),
        Keyword::Pattern(_) | Keyword::Format(_) => Some(Kind::String),
        Keyword::Minimum(_) | Keyword::Maximum(_) => Some(Kind::Number),
        _ => None,
    }
}

/// One branch of each union, and at most one condition of those at a place: conditions mostly exclude each other.
impl Forks for Choices<'_> {
    fn branches(&mut self, branches: &[SchemaId]) -> Vec<SchemaId> {
        self.pick(branches).copied().into_iter().collect()
    }

    fn conditions(&mut self, conditions: &[Condition]) -> Vec<SchemaId> {
        let satisfied = self.below(conditions.len() + 1);
        let follow = |(index, fork): (usize, &Condition)| {
            if index == satisfied { [Some(fork.given), fork.then] } else { [None, fork.otherwise] }
        };
        conditions.iter().enumerate().flat_map(follow).flatten().collect()
    }
}
