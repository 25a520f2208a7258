//! Answers the questions, and makes changes of the answers.

use super::Policy;
use super::change::{Bump, Change, Comparison, Direction, Place};
use super::conjunction::Conjunction;
use super::pair::{Pair, Pairs};
use super::prove::Prover;
use super::question::{About, Question, questions};
use super::search::{self, Witness};
use super::usage::{self, Reach};
use super::versions::{Era, Node, Versions};
use super::{canonical, phrase, place, rule};

/// What verdicts are given on.
pub(super) struct Verdicts<'v> {
    pub(super) versions: &'v Versions<'v>,
    pub(super) pairs: &'v Pairs,
    pub(super) uses: &'v [Reach],
    pub(super) policy: Policy,
}

/// The answer to a question.
enum Answer {
    /// Nothing is lost or gained.
    Follows,
    /// This document is.
    Broken(Witness),
    Unknown,
}

impl Verdicts<'_> {
    pub(super) fn comparison(&self) -> Comparison {
        let mut comparison = Comparison::default();
        let mut derived = Vec::new();
        for pair in &self.pairs.both {
            for direction in [Direction::Lost, Direction::Gained] {
                self.compare(pair, direction, &mut comparison, &mut derived);
            }
        }
        add_derived(derived, &mut comparison);
        comparison.changes.extend(self.pairs.single.iter().map(|(name, node)| self.single(name, *node)));
        replace_texts(&mut comparison.changes);
        let order = |change: &Change| (change.new.clone(), change.old.clone(), change.direction, change.rule);
        comparison.changes.sort_by_key(order);
        comparison.undecided.sort_by_key(order);
        comparison
    }

    fn compare(&self, pair: &Pair, direction: Direction, to: &mut Comparison, derived: &mut Vec<Change>) {
        let era = accepting(direction);
        let (given, wanted) = (pair.node(era), pair.node(era.other()));
        let asked = questions(self.versions, self.pairs, direction, given, wanted);
        if asked.is_empty() {
            return;
        }
        let is_covered = Prover::new(self.versions).implies(&[given], wanted);
        for question in asked {
            let is_member = matches!(question.about, About::Member(_));
            if is_covered && !is_member {
                continue;
            }
            match self.answer(&question, given, wanted) {
                Answer::Follows if !is_member => {}
                Answer::Unknown if question.is_derived => derived.push(self.change(pair, &question, None)),
                Answer::Unknown if !is_member => to.undecided.push(self.change(pair, &question, None)),
                Answer::Broken(witness) => to.changes.push(self.change(pair, &question, Some(witness))),
                Answer::Follows | Answer::Unknown => to.changes.push(self.change(pair, &question, None)),
            }
        }
    }

    fn answer(&self, question: &Question, given: Node, wanted: Node) -> Answer {
        let asked = Conjunction::of(self.versions, &question.given);
        if Prover::new(self.versions).implies_keyword(&asked, question.wanted.era, &question.keyword) {
            return Answer::Follows;
        }
        // What follows from changes of other definitions is shown where those are.
        if question.is_derived {
            return Answer::Unknown;
        }
        if let Some(witness) = search::witness(self.versions, question, given, wanted) {
            return Answer::Broken(witness);
        }
        if canonical::follows(self.versions, question) { Answer::Follows } else { Answer::Unknown }
    }

    fn change(&self, pair: &Pair, question: &Question, witness: Option<Witness>) -> Change {
        let given = pair.node(accepting(question.direction));
        let (of_given, of_wanted) = place::places(self.versions, question, given);
        let (old, new) = match question.direction {
            Direction::Lost => (of_given, of_wanted),
            Direction::Gained => (of_wanted, of_given),
        };
        let uses = usage::of(self.uses, &[pair.node(Era::Old), pair.node(Era::New)]);
        let rule = rule::rule(question, self.policy, &uses);
        let is_member = matches!(question.about, About::Member(_));
        Change {
            rule: rule.name,
            bump: rule.bump,
            direction: (witness.is_some() || !is_member).then_some(question.direction),
            definition: self.name(&pair.name, pair.node(Era::New)),
            message: phrase::phrase(self.versions, self.pairs, question),
            old,
            new,
            document: witness.map(|witness| witness.document),
            uses,
        }
    }

    /// A definition that is new or gone.
    fn single(&self, name: &str, node: Node) -> Change {
        let place = place::at(self.versions, node, &[]);
        let definition = self.name(name, node);
        let (rule, bump, what, old, new) = match node.era {
            Era::New => ("type-added", Bump::Patch, "is new", None, place),
            Era::Old => ("type-removed", Bump::Major, "is gone", place, None),
        };
        let message = format!("the type `{definition}` {what}");
        let uses = usage::of(self.uses, &[node]);
        Change { rule, bump, direction: None, definition, message, old, new, document: None, uses }
    }

    /// A definition's name; a root's is its title or its file's name.
    fn name(&self, name: &str, node: Node) -> String {
        if !name.is_empty() {
            return name.to_owned();
        }
        let subschema = self.versions.subschema(node);
        let file = || self.versions.source(node.era, subschema.location.source).map(|source| source.name().to_owned());
        subschema.annotations.title.clone().or_else(file).unwrap_or_default()
    }
}

/// What follows from changes of other definitions is only undecided where those do not explain it.
fn add_derived(derived: Vec<Change>, to: &mut Comparison) {
    let is_explained = |change: &Change| to.changes.iter().any(|other| other.direction == change.direction);
    let open: Vec<Change> = derived.into_iter().filter(|change| !is_explained(change)).collect();
    to.undecided.extend(open);
}

/// The version whose documents are in question.
fn accepting(direction: Direction) -> Era {
    match direction {
        Direction::Lost => Era::Old,
        Direction::Gained => Era::New,
    }
}

/// Texts that are lost where others are gained: it is another kind of text.
fn replace_texts(changes: &mut [Change]) {
    let places = |rule: &str| -> Vec<Option<Place>> {
        changes.iter().filter(|change| change.rule == rule).map(|change| change.new.clone()).collect()
    };
    let (narrowed, widened) = (places("text-narrowed"), places("text-widened"));
    for change in changes.iter_mut().filter(|change| matches!(change.rule, "text-narrowed" | "text-widened")) {
        if narrowed.contains(&change.new) && widened.contains(&change.new) {
            change.rule = "text-replaced";
            change.bump = Bump::Major;
        }
    }
}
