//! Keywords of objects.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::schema::{Keyword, SchemaId};

use super::super::conjunction::Conjunction;
use super::super::keyword::Exam;
use super::super::versions::{Era, Node};
use super::Prover;

/// What a `properties` keyword asks, with those beside it.
#[derive(Clone, Copy)]
struct Members<'k> {
    named: &'k [(String, SchemaId)],
    patterns: &'k [(String, SchemaId)],
    additional: Option<SchemaId>,
}

impl<'v> Prover<'v> {
    pub(super) fn object_follows(&mut self, given: &Conjunction<'v>, era: Era, wanted: &Keyword) -> bool {
        match wanted {
            Keyword::Required(names) => names.iter().all(|name| given.requires(name)),
            Keyword::MinProperties(least) => least_members(given) >= *least,
            Keyword::MaxProperties(most) => self.most_members(given).is_some_and(|other| other <= *most),
            Keyword::Properties { named, patterns, additional } => {
                self.members_follow(given, era, Members { named, patterns, additional: *additional })
            }
            Keyword::PropertyNames(names) => self.names_follow(given, Node { era, id: *names }),
            Keyword::DependentRequired(dependents) => dependents.iter().all(|(trigger, names)| {
                let is_absent = self.is_impossible(given, trigger);
                is_absent || names.iter().all(|name| given.requires(name) || depends(given, trigger, name))
            }),
            Keyword::DependentSchemas(dependents) => {
                dependents.iter().all(|(trigger, id)| self.dependent_follows(given, trigger, Node { era, id: *id }))
            }
            _ => false,
        }
    }

    fn members_follow(&mut self, given: &Conjunction<'v>, era: Era, members: Members<'_>) -> bool {
        let names: BTreeSet<&str> =
            given.declared().into_iter().chain(members.named.iter().map(|(name, _)| name.as_str())).collect();
        let is_each_fine = names.into_iter().all(|name| {
            let asked = self.wanted_member(members, name);
            asked.is_some_and(|asked| asked.into_iter().all(|id| self.member_follows(given, name, Node { era, id })))
        });
        is_each_fine && self.others_follow(given, era, members)
    }

    fn member_follows(&mut self, given: &Conjunction<'v>, name: &str, wanted: Node) -> bool {
        let members = given.member(name);
        self.implies_within(&members, wanted) || self.is_impossible(given, name)
    }

    /// What a `properties` keyword asks of the member called `name`; `None` where a pattern cannot be read.
    fn wanted_member(&self, members: Members<'_>, name: &str) -> Option<Vec<SchemaId>> {
        let Members { named, patterns, additional } = members;
        let mut wanted: Vec<SchemaId> = named.iter().filter(|(other, _)| other == name).map(|(_, id)| *id).collect();
        for (pattern, id) in patterns {
            if self.versions.matches(pattern, name)? {
                wanted.push(*id);
            }
        }
        if wanted.is_empty() {
            wanted.extend(additional);
        }
        Some(wanted)
    }

    /// Whether members that neither side names are as wanted.
    fn others_follow(
        &mut self,
        given: &Conjunction<'v>,
        era: Era,
        Members { patterns, additional, .. }: Members<'_>,
    ) -> bool {
        let fallback = given.unknown_members();
        let is_patterned = patterns.iter().all(|(pattern, id)| {
            let same: Vec<Node> = same_pattern(given, pattern).into_iter().chain(fallback.iter().copied()).collect();
            self.implies_within(&same, Node { era, id: *id })
        });
        is_patterned && additional.is_none_or(|id| self.unmatched_follow(given, patterns, Node { era, id }))
    }

    /// Whether members that match none of `patterns` are as wanted.
    fn unmatched_follow(&mut self, given: &Conjunction<'v>, patterns: &[(String, SchemaId)], wanted: Node) -> bool {
        let is_wanted_elsewhere = |pattern: &String| patterns.iter().any(|(other, _)| other == pattern);
        let of = |(era, keyword): &(Era, &'v Keyword)| match keyword {
            Keyword::Properties { patterns, additional: Some(id), .. }
                if patterns.iter().all(|(pattern, _)| is_wanted_elsewhere(pattern)) =>
            {
                Some(Node { era: *era, id: *id })
            }
            _ => None,
        };
        let others: Vec<Node> = given.keywords.iter().filter_map(of).collect();
        self.implies_within(&others, wanted)
    }

    fn names_follow(&mut self, given: &Conjunction<'v>, wanted: Node) -> bool {
        let is_stated = given.keywords.iter().any(|(era, keyword)| match keyword {
            Keyword::PropertyNames(id) => self.implies_within(&[Node { era: *era, id: *id }], wanted),
            _ => false,
        });
        is_stated || self.possible_names(given).is_some_and(|names| self.accepts_names(wanted, &names))
    }

    fn accepts_names(&self, wanted: Node, names: &[&str]) -> bool {
        let keywords = self.versions.keywords(wanted);
        names.iter().all(|name| {
            let accepts =
                |keyword| Exam::new(self.versions, wanted.era, keyword).map(|exam| exam.accepts(&Value::from(*name)));
            keywords.iter().all(|keyword| accepts(keyword) == Some(true))
        })
    }

    fn dependent_follows(&mut self, given: &Conjunction<'v>, trigger: &str, wanted: Node) -> bool {
        if self.is_impossible(given, trigger) {
            return true;
        }
        let stated = given.keywords.iter().find_map(|(era, keyword)| match keyword {
            Keyword::DependentSchemas(dependents) => {
                let dependent = dependents.iter().find(|(other, _)| other == trigger);
                dependent.map(|(_, id)| Node { era: *era, id: *id })
            }
            _ => None,
        });
        let given = stated.into_iter().fold(given.clone(), |given, node| given.with(node));
        self.follows_whole(&given, wanted)
    }

    /// The only names that members can have, if they are known.
    fn possible_names(&mut self, given: &Conjunction<'v>) -> Option<Vec<&'v str>> {
        given.keywords.iter().find_map(|(era, keyword)| match keyword {
            Keyword::Properties { named, patterns, additional: Some(id) } if patterns.is_empty() => {
                let is_never = self.versions.keywords(Node { era: *era, id: *id }).contains(&Keyword::Never);
                is_never.then(|| named.iter().map(|(name, _)| name.as_str()).collect())
            }
            _ => None,
        })
    }

    fn most_members(&mut self, given: &Conjunction<'v>) -> Option<u64> {
        let stated = given.plain().filter_map(|keyword| match keyword {
            Keyword::MaxProperties(most) => Some(*most),
            _ => None,
        });
        let stated = stated.min();
        let names = self.possible_names(given).and_then(|names| u64::try_from(names.len()).ok());
        stated.into_iter().chain(names).min()
    }

    /// Whether no object can have a member.
    pub(super) fn is_impossible(&mut self, given: &Conjunction<'v>, name: &str) -> bool {
        let member = given.member(name);
        !member.is_empty() && self.within(|prover| prover.is_void(&member))
    }
}

fn same_pattern(given: &Conjunction<'_>, pattern: &str) -> Vec<Node> {
    let of = |(era, keyword): &(Era, &Keyword)| match keyword {
        Keyword::Properties { patterns, .. } => {
            patterns.iter().find(|(other, _)| other == pattern).map(|(_, id)| Node { era: *era, id: *id })
        }
        _ => None,
    };
    given.keywords.iter().filter_map(of).collect()
}

fn depends(given: &Conjunction<'_>, trigger: &str, name: &str) -> bool {
    given.plain().any(|keyword| match keyword {
        Keyword::DependentRequired(dependents) => {
            dependents.iter().any(|(other, names)| other == trigger && names.iter().any(|known| known == name))
        }
        _ => false,
    })
}

fn least_members(given: &Conjunction<'_>) -> u64 {
    let required: BTreeSet<&str> = given.required().collect();
    let stated = given.plain().filter_map(|keyword| match keyword {
        Keyword::MinProperties(least) => Some(*least),
        _ => None,
    });
    stated.chain(u64::try_from(required.len())).max().unwrap_or(0)
}
