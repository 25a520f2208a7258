//! What both versions mention at a place: values, texts, numbers next to bounds, names of members.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::pattern::language::{Language, texts};
use crate::schema::Keyword;

use super::super::conjunction::Conjunction;
use super::super::prove::{language, languages};
use super::super::question::{Question, Step};
use super::super::versions::{Node, Versions};
use super::{atoms, format};

/// How many subschemas are looked into.
const MAX_NODES: usize = 300;

/// Longer arrays are not made.
const MAX_COUNT: usize = 2_000;

/// Wider objects are not made.
const MAX_WIDTH: usize = 200;

/// How many texts a pattern contributes.
const MAX_TEXTS: usize = 6;

/// How many texts of one pattern and not of the other are tried.
const MAX_DIFFERENCES: usize = 24;

/// What values are made from.
pub(super) struct Pool {
    /// Scalars, and whole values that a schema lists.
    pub(super) values: Vec<Value>,
    /// Names of members.
    pub(super) names: Vec<String>,
    /// How many items there may be, and one more or less.
    pub(super) counts: Vec<usize>,
    /// How many members there may be, and one more or less.
    pub(super) widths: Vec<usize>,
    /// Names enough for objects of all widths.
    pub(super) spare: Vec<String>,
}

impl Pool {
    pub(super) fn of(versions: &Versions<'_>, question: &Question) -> Self {
        let values = differences(versions, question);
        let (names, widths, spare) = (Vec::new(), Vec::new(), Vec::new());
        let mut pool = Self { values, names, counts: vec![0, 1, 2], widths, spare };
        let wanted = question.keyword.subschemas().into_iter().map(|id| Node { id, ..question.wanted });
        let mut pending: Vec<Node> = wanted.chain(question.given.iter().copied()).collect();
        pool.add_keyword(versions, &question.keyword);
        let mut seen = BTreeSet::new();
        while let Some(node) = pending.pop() {
            if seen.len() >= MAX_NODES || !seen.insert(node) {
                continue;
            }
            pool.values.extend(versions.subschema(node).annotations.examples.iter().cloned().map(Value::from));
            for keyword in versions.keywords(node) {
                pool.add_keyword(versions, keyword);
                pending.extend(keyword.subschemas().into_iter().map(|id| Node { id, ..node }));
            }
        }
        let widest = pool.widths.iter().copied().max().unwrap_or_default();
        pool.spare = spare_names(versions, question, widest);
        pool.finish(question)
    }

    /// Adds what every place could hold, and removes what is there twice.
    fn finish(mut self, question: &Question) -> Self {
        // One of each type comes first, so that a place gets each even when there is no time for more.
        let usual = [json!(null), json!(true), json!(0), json!(""), json!([]), json!({}), json!(0.5), json!("a")];
        let others = [json!(1), json!(-1), json!(1e9), json!(false), json!([0]), json!(["a", "a"]), json!({"a": 0})];
        let texts = [json!("not of any format"), json!("2025-01-14"), json!([[0], [0]])];
        let mentioned = std::mem::take(&mut self.values);
        self.values = usual.into_iter().chain(mentioned).chain(others).chain(texts).collect();
        let of_steps = question.steps.iter().filter_map(|step| match step {
            Step::Member(name) => Some(name.clone()),
            _ => None,
        });
        self.names.extend(of_steps.chain(["a".to_owned(), "unknown".to_owned()]));
        let mut seen = BTreeSet::new();
        self.values.retain(|value| seen.insert(value.to_string()));
        self.counts.sort_unstable();
        self.counts.dedup();
        let mut seen = BTreeSet::new();
        self.names.retain(|name| seen.insert(name.clone()));
        self
    }

    fn add_keyword(&mut self, versions: &Versions<'_>, keyword: &Keyword) {
        match keyword {
            Keyword::Const(value) => self.values.push(Value::from(value.clone())),
            Keyword::Enum(values) => self.values.extend(values.iter().cloned().map(Value::from)),
            Keyword::Minimum(bound)
            | Keyword::Maximum(bound)
            | Keyword::ExclusiveMinimum(bound)
            | Keyword::ExclusiveMaximum(bound) => self.values.extend(atoms::around(bound)),
            Keyword::MultipleOf(factor) => self.values.extend(atoms::multiples(factor)),
            Keyword::MinItems(count) | Keyword::MaxItems(count) | Keyword::Contains { max: Some(count), .. } => {
                let count = usize::try_from(*count).unwrap_or(usize::MAX).min(MAX_COUNT);
                self.counts.extend([count, count.saturating_add(1), count.saturating_sub(1)]);
            }
            Keyword::MinProperties(count) | Keyword::MaxProperties(count) => {
                let count = usize::try_from(*count).unwrap_or(usize::MAX).min(MAX_WIDTH);
                self.widths.extend([count, count.saturating_add(1), count.saturating_sub(1)]);
            }
            Keyword::Format(name) => self.values.extend(format::samples(name).iter().map(|text| json!(text))),
            Keyword::Required(names) => self.names.extend(names.iter().cloned()),
            Keyword::Properties { named, patterns, .. } => {
                self.names.extend(named.iter().map(|(name, _)| name.clone()));
                let languages = patterns.iter().filter_map(|(pattern, _)| versions.language(pattern));
                self.names.extend(languages.flat_map(|language| texts(&[&language], None, 2).unwrap_or_default()));
            }
            Keyword::DependentRequired(dependents) => {
                self.names
                    .extend(dependents.iter().flat_map(|(name, names)| std::iter::once(name).chain(names)).cloned());
            }
            Keyword::Pattern(_) | Keyword::MinLength(_) | Keyword::MaxLength(_) => {
                let language = language(versions, keyword);
                let found = language.and_then(|language| texts(&[&language], None, MAX_TEXTS)).unwrap_or_default();
                self.values.extend(found.into_iter().map(Value::from));
            }
            _ => {}
        }
    }
}

/// Names of members that the accepting version takes, whatever else it says of them.
fn spare_names(versions: &Versions<'_>, question: &Question, count: usize) -> Vec<String> {
    let asked = Conjunction::of(versions, &question.given);
    let of_names = asked.keywords.iter().filter_map(|(era, keyword)| match keyword {
        Keyword::PropertyNames(id) => Some(Node { era: *era, id: *id }),
        _ => None,
    });
    let of_names: Vec<Node> = of_names.collect();
    let plain = (0..count).map(|number| format!("m{number}"));
    let taken = languages(versions, &Conjunction::of(versions, &of_names));
    let taken: Vec<&Language> = taken.iter().map(AsRef::as_ref).collect();
    let patterned = if taken.is_empty() { None } else { texts(&taken, None, 1) }.unwrap_or_default();
    let is_taken = |name: &String| of_names.iter().all(|node| versions.accepts(*node, &json!(name)) == Some(true));
    let mut seen = BTreeSet::new();
    let all = plain.chain(patterned.iter().flat_map(|text| variants(text)));
    all.filter(|name| is_taken(name) && seen.insert(name.clone())).take(count).collect()
}

/// A text with each of its characters in turn replaced by each letter and digit.
fn variants(text: &str) -> impl Iterator<Item = String> + '_ {
    let letters = move |at: usize, old: char| {
        let (before, after) = (text.get(..at), text.get(at.saturating_add(old.len_utf8())..));
        let replaced = move |new: char| Some(format!("{}{new}{}", before?, after?));
        ('a'..='z').chain('0'..='9').filter_map(replaced)
    };
    text.char_indices().flat_map(move |(at, old)| letters(at, old))
}

/// Texts that the accepting version takes and the keyword in question does not.
fn differences(versions: &Versions<'_>, question: &Question) -> Vec<Value> {
    let Some(refused) = language(versions, &question.keyword) else { return Vec::new() };
    let taken = languages(versions, &Conjunction::of(versions, &question.given));
    let taken: Vec<&Language> = taken.iter().map(AsRef::as_ref).collect();
    let found = texts(&taken, Some(&refused), MAX_DIFFERENCES).unwrap_or_default();
    found.into_iter().map(Value::from).collect()
}
