//! Proves that every value that some subschemas accept is accepted by another one, keyword by keyword.
//!
//! It may fail to prove what is so, but never proves what is not. Where a proof about a part of a value leads to what is
//! being proved of the whole, that is taken as proved: values end.

mod array;
mod empty;
mod logic;
mod number;
mod object;
mod string;

pub(super) use self::string::{language, languages};

use serde_json::Value;

use crate::schema::{Keyword, TypeSet};
use crate::support::Json;

use super::conjunction::Conjunction;
use super::keyword;
use super::same::same;
use super::versions::{Era, Node, Versions};

/// How many questions a proof may ask.
const MAX_QUESTIONS: u32 = 8_000;

/// How deep within a value a proof may go.
const MAX_LEVEL: usize = 24;

/// How many choices between branches a proof may have open at once about one value.
const MAX_SPLITS: u32 = 3;

/// A proof under way.
pub(super) struct Prover<'v> {
    versions: &'v Versions<'v>,
    /// What is being proved further up, each with its level.
    assumed: Vec<(Vec<Node>, Node, usize)>,
    /// What is being shown to have no value, from the outermost to the innermost.
    hollow: Vec<Vec<Node>>,
    /// How deep within the value the question is.
    level: usize,
    questions: u32,
    splits: u32,
}

impl<'v> Prover<'v> {
    pub(super) fn new(versions: &'v Versions<'v>) -> Self {
        Self {
            versions,
            assumed: Vec::new(),
            hollow: Vec::new(),
            level: 0,
            questions: MAX_QUESTIONS,
            splits: MAX_SPLITS,
        }
    }

    /// Whether `wanted` accepts whatever all of `given` accept.
    pub(super) fn implies(&mut self, given: &[Node], wanted: Node) -> bool {
        self.follows_whole(&Conjunction::of(self.versions, given), wanted)
    }

    fn follows_whole(&mut self, given: &Conjunction<'v>, wanted: Node) -> bool {
        if given.nodes.iter().any(|node| same(self.versions, *node, wanted)) {
            return true;
        }
        let is_asked = |(nodes, node, _): &&(Vec<Node>, Node, usize)| *nodes == given.nodes && *node == wanted;
        if let Some((_, _, level)) = self.assumed.iter().find(is_asked) {
            return *level < self.level;
        }
        self.assumed.push((given.nodes.clone(), wanted, self.level));
        let mut keywords = self.versions.keywords(wanted).iter();
        let is_proved = keywords.all(|keyword| self.implies_keyword(given, wanted.era, keyword));
        self.assumed.pop();
        is_proved
    }

    /// The same for what stands within the value in question.
    fn implies_within(&mut self, given: &[Node], wanted: Node) -> bool {
        self.within(|prover| prover.implies(given, wanted))
    }

    /// Asks about what stands within the value in question.
    fn within(&mut self, ask: impl FnOnce(&mut Self) -> bool) -> bool {
        if self.level > MAX_LEVEL {
            return false;
        }
        let splits = std::mem::replace(&mut self.splits, MAX_SPLITS);
        self.level = self.level.saturating_add(1);
        let answer = ask(self);
        self.level = self.level.saturating_sub(1);
        self.splits = splits;
        answer
    }

    /// Whether a keyword accepts whatever `given` accepts.
    pub(super) fn implies_keyword(&mut self, given: &Conjunction<'v>, era: Era, wanted: &Keyword) -> bool {
        let Some(left) = self.questions.checked_sub(1) else { return false };
        self.questions = left;
        let types = given.types();
        if types.intersection(keyword::types(wanted)).is_empty() {
            return true;
        }
        if let Some(values) = given.constants() {
            return self.accepts_each(given, era, wanted, &values);
        }
        self.follows(given, era, wanted) || self.is_empty(given) || self.splits(given, era, wanted)
    }

    fn follows(&mut self, given: &Conjunction<'v>, era: Era, wanted: &Keyword) -> bool {
        match wanted {
            // A list of values is only sure to hold those of another list.
            Keyword::Never
            | Keyword::WrittenAsInteger
            | Keyword::DynamicRef { .. }
            | Keyword::Enum(_)
            | Keyword::Const(_) => false,
            Keyword::Type(types) => types.contains(number::whole(given)),
            Keyword::Minimum(_)
            | Keyword::Maximum(_)
            | Keyword::ExclusiveMinimum(_)
            | Keyword::ExclusiveMaximum(_)
            | Keyword::MultipleOf(_) => number::follows(given, wanted),
            Keyword::Content(_) => given.plain().any(|keyword| keyword == wanted),
            Keyword::MinLength(_) | Keyword::MaxLength(_) | Keyword::Pattern(_) | Keyword::Format(_) => {
                string::follows(self.versions, given, wanted)
            }
            Keyword::Items { .. }
            | Keyword::MinItems(_)
            | Keyword::MaxItems(_)
            | Keyword::UniqueItems
            | Keyword::Contains { .. }
            | Keyword::UnevaluatedItems(_) => self.array_follows(given, era, wanted),
            Keyword::Properties { .. }
            | Keyword::PropertyNames(_)
            | Keyword::Required(_)
            | Keyword::MinProperties(_)
            | Keyword::MaxProperties(_)
            | Keyword::DependentRequired(_)
            | Keyword::DependentSchemas(_)
            | Keyword::UnevaluatedProperties(_) => self.object_follows(given, era, wanted),
            Keyword::AllOf(_)
            | Keyword::AnyOf(_)
            | Keyword::OneOf(_)
            | Keyword::Not(_)
            | Keyword::If { .. }
            | Keyword::Ref(_) => self.logic_follows(given, era, wanted),
        }
    }

    /// Whether a keyword accepts those of some values that `given` accepts.
    fn accepts_each(&self, given: &Conjunction<'_>, era: Era, wanted: &Keyword, values: &[&Json]) -> bool {
        let versions = self.versions;
        let mut exam = None;
        values.iter().all(|value| {
            let is_refused = |keyword: &Keyword| keyword::verdict(versions, keyword, value) == Some(false);
            if given.plain().any(is_refused) {
                return true;
            }
            keyword::verdict(versions, wanted, value).unwrap_or_else(|| {
                let exam = exam.get_or_insert_with(|| keyword::Exam::new(versions, era, wanted));
                exam.as_ref().is_some_and(|exam| exam.accepts(&Value::from((*value).clone())))
            })
        })
    }

    /// Asks without looking at choices that are left open for the value itself.
    fn at_once<T>(&mut self, ask: impl FnOnce(&mut Self) -> T) -> T {
        let splits = std::mem::take(&mut self.splits);
        let answer = ask(self);
        self.splits = splits;
        answer
    }

    /// Proves it for each branch of a choice that `given` leaves open.
    fn splits(&mut self, given: &Conjunction<'v>, era: Era, wanted: &Keyword) -> bool {
        let Some(left) = self.splits.checked_sub(1) else { return false };
        self.splits = left;
        let is_proved = logic::choices(given).into_iter().any(|branches| {
            branches.iter().all(|branch| {
                let given = branch.iter().fold(logic::without_choice(given, branch), |given, node| given.with(*node));
                self.implies_keyword(&given, era, wanted)
            })
        });
        self.splits = self.splits.saturating_add(1);
        is_proved
    }
}

/// The types that have to do with numbers.
pub(super) const NUMBERS: TypeSet = TypeSet::NUMBER;
