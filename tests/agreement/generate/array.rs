//! Arrays: of the least and the greatest length that is allowed, and between.

use codegen::schema::Keyword;

use super::super::demands::Demands;
use super::super::tree::Tree;
use super::{ENOUGH, Generator};

/// How many items beyond the least are generated at most.
const SOME: usize = 3;

/// The longest array that is made only because it may be no longer.
const LONGEST: usize = 50;

/// How often an item that must differ from the others is made anew.
const ATTEMPTS: usize = 8;

impl<'w> Generator<'w> {
    pub(super) fn array(&mut self, demands: &Demands<'w>) -> Tree {
        let length = self.length(demands);
        let is_unique = demands.keywords().any(|keyword| matches!(keyword, Keyword::UniqueItems));
        let mut items: Vec<Tree> = Vec::new();
        for index in 0..length {
            let item = if is_unique { self.other_item(demands, &items) } else { Some(self.item(demands, index)) };
            items.extend(item);
        }
        Tree::Array(items)
    }

    fn length(&mut self, demands: &Demands<'w>) -> usize {
        let (mut least, mut most) = (0, usize::MAX);
        for keyword in demands.keywords() {
            match keyword {
                Keyword::MinItems(length) => least = least.max(size(*length)),
                Keyword::Contains { min, .. } => least = least.max(size(*min)),
                Keyword::MaxItems(length) => most = most.min(size(*length)),
                Keyword::Items { prefix, rest: Some(rest) } if self.is_never(*rest) => most = most.min(prefix.len()),
                _ => {}
            }
        }
        if self.depth > ENOUGH {
            return least;
        }
        let is_full = (least..=LONGEST).contains(&most) && self.choices.once_in(4);
        if is_full { most } else { self.choices.between(least, most.min(least + SOME).max(least)) }
    }

    fn is_never(&self, schema: codegen::schema::SchemaId) -> bool {
        self.world.graph().get(schema).keywords.contains(&Keyword::Never)
    }

    fn item(&mut self, demands: &Demands<'w>, index: usize) -> Tree {
        let mut schemas = demands.item(index);
        for keyword in demands.keywords() {
            match keyword {
                Keyword::Contains { schema, min, .. } if index < size(*min) => schemas.push(*schema),
                _ => {}
            }
        }
        self.value(&schemas)
    }

    fn other_item(&mut self, demands: &Demands<'w>, items: &[Tree]) -> Option<Tree> {
        let known: Vec<_> = items.iter().map(Tree::to_json).collect();
        (0..ATTEMPTS).map(|_| self.item(demands, items.len())).find(|item| !known.contains(&item.to_json()))
    }
}

fn size(length: u64) -> usize {
    usize::try_from(length).unwrap_or(usize::MAX)
}
