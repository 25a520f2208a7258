//! Whether some subschemas accept no value at all, seen from what contradicts itself.

use crate::schema::{Keyword, TypeSet};

use super::super::conjunction::Conjunction;
use super::super::keyword;
use super::super::versions::Node;
use super::{NUMBERS, Prover, array, number, string};

impl<'v> Prover<'v> {
    /// Whether no part of a value satisfies all of some subschemas.
    ///
    /// One that would have to hold another of its kind, and that another, would never end.
    pub(super) fn is_void(&mut self, nodes: &[Node]) -> bool {
        if self.hollow.iter().any(|other| other == nodes) {
            return true;
        }
        self.hollow.push(nodes.to_vec());
        let is_void = self.is_empty(&Conjunction::of(self.versions, nodes));
        self.hollow.pop();
        is_void
    }

    pub(super) fn is_empty(&mut self, given: &Conjunction<'v>) -> bool {
        let Some(left) = self.questions.checked_sub(1) else { return false };
        self.questions = left;
        let types = given.types();
        types.is_empty()
            || given.plain().any(|keyword| matches!(keyword, Keyword::Never))
            || self.has_no_constant(given)
            || self.is_negated(given)
            || self.is_void_of_type(given, types)
    }

    fn has_no_constant(&self, given: &Conjunction<'v>) -> bool {
        let Some(values) = given.constants() else { return false };
        values
            .iter()
            .all(|value| given.plain().any(|keyword| keyword::verdict(self.versions, keyword, value) == Some(false)))
    }

    /// Whether what is demanded is also forbidden.
    fn is_negated(&mut self, given: &Conjunction<'v>) -> bool {
        given.keywords.iter().any(|(era, keyword)| match keyword {
            Keyword::Not(id) => {
                self.splits == super::MAX_SPLITS && self.follows_whole(given, Node { era: *era, id: *id })
            }
            _ => false,
        })
    }

    /// Whether only one type is left, and none of its values.
    fn is_void_of_type(&mut self, given: &Conjunction<'v>, types: TypeSet) -> bool {
        match types {
            TypeSet::OBJECT => self.lacks_a_member(given),
            TypeSet::ARRAY => self.lacks_an_item(given),
            TypeSet::STRING => string::is_void(self.versions, given),
            types if NUMBERS.contains(types) => number::is_void(given),
            _ => false,
        }
    }

    /// Whether a member is required that cannot be.
    fn lacks_a_member(&mut self, given: &Conjunction<'v>) -> bool {
        let required: Vec<&str> = given.required().collect();
        required.into_iter().any(|name| self.is_impossible(given, name))
    }

    fn lacks_an_item(&mut self, given: &Conjunction<'v>) -> bool {
        let least = usize::try_from(array::least_items(given)).unwrap_or(usize::MAX);
        // Items far behind are like those before them.
        (0..least.min(32)).any(|index| {
            let item = given.item(index);
            !item.is_empty() && self.within(|prover| prover.is_void(&item))
        })
    }
}
