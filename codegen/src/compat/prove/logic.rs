//! Applicators that choose, negate or refer.

use crate::schema::{Keyword, SchemaId};

use super::super::conjunction::Conjunction;
use super::super::same::same;
use super::super::versions::{Era, Node};
use super::Prover;

impl<'v> Prover<'v> {
    pub(super) fn logic_follows(&mut self, given: &Conjunction<'v>, era: Era, wanted: &Keyword) -> bool {
        let at = |id: &SchemaId| Node { era, id: *id };
        match wanted {
            Keyword::Ref(target) => self.follows_whole(given, at(target)),
            Keyword::AllOf(branches) => branches.iter().all(|branch| self.follows_whole(given, at(branch))),
            Keyword::AnyOf(branches) => self.some_branch_follows(given, era, branches).is_some(),
            Keyword::OneOf(branches) => self.some_branch_follows(given, era, branches).is_some_and(|branch| {
                let mut others = branches.iter().filter(|other| **other != branch);
                others.all(|other| self.excludes(given, at(other)))
            }),
            Keyword::Not(forbidden) => self.excludes(given, at(forbidden)),
            Keyword::If { condition, then, otherwise } => {
                let (then, otherwise) = (then.as_ref().map(at), otherwise.as_ref().map(at));
                self.condition_follows(given, at(condition), then, otherwise)
            }
            _ => false,
        }
    }

    /// The first branch that is proved: one that is there word for word, else one that is plain to see.
    fn some_branch_follows(&mut self, given: &Conjunction<'v>, era: Era, branches: &[SchemaId]) -> Option<SchemaId> {
        let at = |id: &SchemaId| Node { era, id: *id };
        let is_stated = |id: &&SchemaId| given.nodes.iter().any(|node| same(self.versions, *node, at(id)));
        let stated = branches.iter().find(is_stated);
        let plain = || self.at_once(|prover| branches.iter().find(|id| prover.follows_whole(given, at(id))));
        stated.or_else(plain).copied()
    }

    /// Whether nothing that `given` accepts is accepted by `other`.
    fn excludes(&mut self, given: &Conjunction<'v>, other: Node) -> bool {
        let is_forbidden = given.keywords.iter().any(|(era, keyword)| match keyword {
            Keyword::Not(id) => self.implies(&[other], Node { era: *era, id: *id }),
            _ => false,
        });
        is_forbidden || self.is_empty(&given.with(other))
    }

    fn condition_follows(
        &mut self,
        given: &Conjunction<'v>,
        condition: Node,
        then: Option<Node>,
        otherwise: Option<Node>,
    ) -> bool {
        let same = given.keywords.iter().find_map(|(era, keyword)| match keyword {
            Keyword::If { condition: other, then, otherwise } => {
                let other = Node { era: *era, id: *other };
                let is_same = self.implies(&[other], condition) && self.implies(&[condition], other);
                is_same.then(|| [then, otherwise].map(|branch| branch.map(|id| Node { era: *era, id })))
            }
            _ => None,
        });
        let [stated_then, stated_otherwise] = same.unwrap_or_default();
        let met = stated_then.into_iter().fold(given.with(condition), |given, node| given.with(node));
        let unmet = stated_otherwise.into_iter().fold(given.clone(), |given, node| given.with(node));
        then.is_none_or(|then| self.excludes(given, condition) || self.follows_whole(&met, then))
            && otherwise
                .is_none_or(|otherwise| self.follows_whole(given, condition) || self.follows_whole(&unmet, otherwise))
    }
}

/// What `given` leaves open: for each choice its branches, each with the subschemas that it adds.
pub(super) fn choices(given: &Conjunction<'_>) -> Vec<Vec<Vec<Node>>> {
    let of = |(era, keyword): &(Era, &Keyword)| {
        let at = |id: &SchemaId| Node { era: *era, id: *id };
        match keyword {
            Keyword::AnyOf(branches) | Keyword::OneOf(branches) => {
                Some(branches.iter().map(|branch| vec![at(branch)]).collect())
            }
            Keyword::If { condition, then, otherwise } => {
                let met = std::iter::once(at(condition)).chain(then.as_ref().map(at)).collect();
                Some(vec![met, otherwise.as_ref().map(at).into_iter().collect()])
            }
            _ => None,
        }
    };
    given.keywords.iter().filter_map(of).collect()
}

/// `given` without the choice that a branch of it decides, so that no choice is made twice.
pub(super) fn without_choice<'v>(given: &Conjunction<'v>, branch: &[Node]) -> Conjunction<'v> {
    let mut rest = given.clone();
    rest.keywords.retain(|(era, keyword)| {
        let chooses = matches!(keyword, Keyword::AnyOf(_) | Keyword::OneOf(_) | Keyword::If { .. });
        let has = |node: &Node| node.era == *era && keyword.subschemas().contains(&node.id);
        !(chooses && branch.iter().any(has))
    });
    rest
}
