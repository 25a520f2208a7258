//! Keywords of arrays.

use crate::schema::{Keyword, SchemaId};

use super::super::conjunction::Conjunction;
use super::super::versions::{Era, Node};
use super::Prover;

impl<'v> Prover<'v> {
    pub(super) fn array_follows(&mut self, given: &Conjunction<'v>, era: Era, wanted: &Keyword) -> bool {
        match wanted {
            Keyword::MinItems(least) => least_items(given) >= *least,
            Keyword::MaxItems(most) => self.most_items(given).is_some_and(|other| other <= *most),
            Keyword::UniqueItems => {
                given.plain().any(|keyword| matches!(keyword, Keyword::UniqueItems))
                    || self.most_items(given).is_some_and(|most| most <= 1)
            }
            Keyword::Items { prefix, rest } => self.items_follow(given, era, prefix, *rest),
            Keyword::Contains { schema, min, max, .. } => {
                *min == 0 && max.is_none() || self.contains_follows(given, Node { era, id: *schema }, *min, *max)
            }
            _ => false,
        }
    }

    fn items_follow(&mut self, given: &Conjunction<'v>, era: Era, prefix: &[SchemaId], rest: Option<SchemaId>) -> bool {
        // Beyond all prefixes every item is like the next.
        let longest = given.plain().fold(prefix.len(), |longest, keyword| match keyword {
            Keyword::Items { prefix, .. } => longest.max(prefix.len()),
            _ => longest,
        });
        let most = self.most_items(given).and_then(|most| usize::try_from(most).ok()).unwrap_or(usize::MAX);
        (0..=longest).take_while(|index| *index < most).all(|index| {
            let wanted = prefix.get(index).copied().or(rest);
            wanted.is_none_or(|id| self.implies_within(&given.item(index), Node { era, id }))
        })
    }

    fn contains_follows(&mut self, given: &Conjunction<'v>, wanted: Node, min: u64, max: Option<u64>) -> bool {
        let is_enough = given.keywords.iter().any(|(era, keyword)| match keyword {
            Keyword::Contains { schema, min: other, .. } => {
                *other >= min && self.implies_within(&[Node { era: *era, id: *schema }], wanted)
            }
            _ => false,
        });
        let is_few = max.is_none_or(|max| {
            self.most_items(given).is_some_and(|most| most <= max)
                || given.keywords.iter().any(|(era, keyword)| match keyword {
                    Keyword::Contains { schema, max: Some(other), .. } => {
                        *other <= max && self.implies_within(&[wanted], Node { era: *era, id: *schema })
                    }
                    _ => false,
                })
        });
        (is_enough || min == 0) && is_few
    }

    /// How many items there are at most: also no more than before the first that nothing can be.
    fn most_items(&mut self, given: &Conjunction<'v>) -> Option<u64> {
        let stated = given.plain().filter_map(|keyword| match keyword {
            Keyword::MaxItems(most) => Some(*most),
            _ => None,
        });
        let ends = given.keywords.iter().filter_map(|(era, keyword)| match keyword {
            Keyword::Items { prefix, rest: Some(id) } => {
                let is_never = self.versions.keywords(Node { era: *era, id: *id }).contains(&Keyword::Never);
                is_never.then(|| u64::try_from(prefix.len()).unwrap_or(u64::MAX))
            }
            _ => None,
        });
        stated.chain(ends).min()
    }
}

/// How many items there are at least.
pub(super) fn least_items(given: &Conjunction<'_>) -> u64 {
    let least = given.plain().filter_map(|keyword| match keyword {
        Keyword::MinItems(least) | Keyword::Contains { min: least, .. } => Some(*least),
        _ => None,
    });
    least.max().unwrap_or(0)
}
