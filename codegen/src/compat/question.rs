//! What is to be decided: whether all that one version accepts at a place passes one keyword of the other version.
//!
//! A value is lost exactly if some keyword of the new version refuses it, so asking for each keyword by itself finds
//! every change, and says which keyword it is.

use crate::schema::{Keyword, SchemaId};

use super::change::Direction;
use super::conjunction::Conjunction;
use super::pair::Pairs;
use super::same::{self, same, same_keyword};
use super::versions::{Era, Node, Versions};

/// The schema `true`, which every graph has at a place of no subschema.
const ANYTHING: SchemaId = SchemaId(usize::MAX);

/// One question.
#[derive(Clone, Debug)]
pub(super) struct Question {
    pub(super) direction: Direction,
    /// How to come from the definition to the place.
    pub(super) steps: Vec<Step>,
    /// What the accepting version says at the place.
    pub(super) given: Vec<Node>,
    /// The subschema of the other version that has the keyword.
    pub(super) wanted: Node,
    pub(super) keyword: Keyword,
    pub(super) about: About,
    /// Whether only definitions that the keyword refers to have changed.
    pub(super) is_derived: bool,
}

/// A step into a value, or a condition that it must meet.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Step {
    Member(String),
    /// A member that matches a pattern, or that nothing names.
    Other(Option<String>),
    Item(usize),
    Given(Node),
}

/// Which part of a keyword is in question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum About {
    /// A member that only one version knows.
    Member(String),
    /// Members that no keyword names.
    Others,
    Pattern(String),
    Whole,
}

/// All questions about a definition in one direction.
pub(super) fn questions(
    versions: &Versions<'_>,
    pairs: &Pairs,
    direction: Direction,
    given: Node,
    wanted: Node,
) -> Vec<Question> {
    let mut asking = Asking { versions, pairs, direction, questions: Vec::new(), seen: Vec::new() };
    asking.walk(&[given], wanted, &[]);
    asking.questions
}

struct Asking<'v> {
    versions: &'v Versions<'v>,
    pairs: &'v Pairs,
    direction: Direction,
    questions: Vec<Question>,
    seen: Vec<(Vec<Node>, Node)>,
}

impl<'v> Asking<'v> {
    fn walk(&mut self, given: &[Node], wanted: Node, steps: &[Step]) {
        let question = (given.to_vec(), wanted);
        if given.iter().any(|node| same(self.versions, *node, wanted)) || self.seen.contains(&question) {
            return;
        }
        self.seen.push(question);
        let keywords = self.versions.keywords(wanted);
        let place = Place { given: Conjunction::of(self.versions, given), wanted, steps };
        let is_whole =
            |keyword: &Keyword| matches!(keyword, Keyword::UnevaluatedProperties(_) | Keyword::UnevaluatedItems(_));
        if keywords.iter().any(is_whole) {
            self.ask(&place, Keyword::AllOf(vec![wanted.id]), About::Whole);
            return;
        }
        for keyword in keywords {
            self.keyword(&place, keyword);
        }
    }

    fn keyword(&mut self, place: &Place<'_, 'v>, keyword: &'v Keyword) {
        let at = |id: SchemaId| Node { id, ..place.wanted };
        match keyword {
            Keyword::Ref(target) => {
                if !place.given.nodes.iter().any(|node| self.pairs.is_one(*node, at(*target))) {
                    self.walk(&place.given.nodes, at(*target), place.steps);
                }
            }
            Keyword::AllOf(branches) => {
                for branch in branches {
                    self.walk(&place.given.nodes, at(*branch), place.steps);
                }
            }
            Keyword::Properties { named, patterns, additional } => {
                self.named(place, named);
                self.patterns(place, patterns);
                if let Some(additional) = additional {
                    self.others(place, keyword, at(*additional));
                }
            }
            Keyword::Items { prefix, rest } => self.items(place, prefix, *rest),
            Keyword::If { condition, then, otherwise } => {
                self.condition(place, keyword, at(*condition), [then.map(at), otherwise.map(at)]);
            }
            plain => self.plain(place, plain),
        }
    }

    fn named(&mut self, place: &Place<'_, 'v>, named: &[(String, SchemaId)]) {
        for (name, id) in named {
            let wanted = Node { id: *id, ..place.wanted };
            let members = place.given.member(name);
            if !members.is_empty() {
                self.walk(&members, wanted, &place.step(Step::Member(name.clone())));
            } else if !self.versions.keywords(wanted).is_empty() {
                let keyword =
                    Keyword::Properties { named: vec![(name.clone(), *id)], patterns: Vec::new(), additional: None };
                self.ask(place, keyword, About::Member(name.clone()));
            }
        }
    }

    fn patterns(&mut self, place: &Place<'_, 'v>, patterns: &[(String, SchemaId)]) {
        for (pattern, id) in patterns {
            let wanted = Node { id: *id, ..place.wanted };
            let given = place.patterned(pattern);
            if given.is_empty() {
                let keyword =
                    Keyword::Properties { named: Vec::new(), patterns: vec![(pattern.clone(), *id)], additional: None };
                self.ask(place, keyword, About::Pattern(pattern.clone()));
            } else {
                self.walk(&given, wanted, &place.step(Step::Other(Some(pattern.clone()))));
            }
        }
    }

    /// Asks about members that the keyword does not name.
    fn others(&mut self, place: &Place<'_, 'v>, keyword: &Keyword, additional: Node) {
        let Keyword::Properties { named, patterns, .. } = keyword else { return };
        let given = place.given.unknown_members();
        let is_named = |name: &str| named.iter().any(|(other, _)| other == name);
        let is_simple = patterns.is_empty() && place.given.declared().iter().all(|name| is_named(name));
        if is_simple && !given.is_empty() {
            self.walk(&given, additional, &place.step(Step::Other(None)));
            return;
        }
        let anything = |schemas: &[(String, SchemaId)]| -> Vec<(String, SchemaId)> {
            schemas.iter().map(|(name, _)| (name.clone(), ANYTHING)).collect()
        };
        let (named, patterns) = (anything(named), anything(patterns));
        let keyword = Keyword::Properties { named, patterns, additional: Some(additional.id) };
        self.ask(place, keyword, About::Others);
    }

    fn items(&mut self, place: &Place<'_, 'v>, prefix: &[SchemaId], rest: Option<SchemaId>) {
        let longest = place.given.plain().fold(prefix.len(), |longest, keyword| match keyword {
            Keyword::Items { prefix, .. } => longest.max(prefix.len()),
            _ => longest,
        });
        for index in 0..=longest {
            if let Some(id) = prefix.get(index).copied().or(rest) {
                let wanted = Node { id, ..place.wanted };
                self.walk(&place.given.item(index), wanted, &place.step(Step::Item(index)));
            }
        }
    }

    fn condition(&mut self, place: &Place<'_, 'v>, keyword: &Keyword, condition: Node, branches: [Option<Node>; 2]) {
        let stated = place.given.keywords.iter().find_map(|(era, keyword)| match keyword {
            Keyword::If { condition: other, then, .. } => {
                let other = Node { era: *era, id: *other };
                same(self.versions, other, condition).then(|| (other, then.map(|id| Node { era: *era, id })))
            }
            _ => None,
        });
        match (stated, branches) {
            (Some((stated, then)), [Some(wanted), None]) => {
                let given: Vec<Node> = place.given.nodes.iter().copied().chain([stated]).chain(then).collect();
                self.walk(&given, wanted, &place.step(Step::Given(stated)));
            }
            _ => self.plain(place, keyword),
        }
    }

    fn plain(&mut self, place: &Place<'_, 'v>, keyword: &Keyword) {
        let is_same = place.given.nodes.iter().any(|node| {
            let others = self.versions.keywords(*node).iter();
            others.into_iter().any(|other| same_keyword(self.versions, (*node, other), (place.wanted, keyword)))
        });
        if !is_same {
            self.ask(place, keyword.clone(), About::Whole);
        }
    }

    fn ask(&mut self, place: &Place<'_, 'v>, keyword: Keyword, about: About) {
        let is_derived = place.given.nodes.iter().any(|node| {
            let others = self.versions.keywords(*node).iter();
            let is_alike = |other| same::alike(self.versions, self.pairs, (*node, other), (place.wanted, &keyword));
            others.into_iter().any(is_alike)
        });
        let given = place.given.nodes.clone();
        let (direction, steps) = (self.direction, place.steps.to_vec());
        self.questions.push(Question { direction, steps, given, wanted: place.wanted, keyword, about, is_derived });
    }
}

/// A place in a definition, seen from both versions.
struct Place<'s, 'v> {
    given: Conjunction<'v>,
    wanted: Node,
    steps: &'s [Step],
}

impl Place<'_, '_> {
    fn step(&self, step: Step) -> Vec<Step> {
        self.steps.iter().cloned().chain([step]).collect()
    }

    /// What the accepting version says of members that match a pattern that both have.
    fn patterned(&self, pattern: &str) -> Vec<Node> {
        let of = |(era, keyword): &(Era, &Keyword)| match keyword {
            Keyword::Properties { patterns, .. } => {
                patterns.iter().find(|(other, _)| other == pattern).map(|(_, id)| Node { era: *era, id: *id })
            }
            _ => None,
        };
        self.given.keywords.iter().filter_map(of).collect()
    }
}
