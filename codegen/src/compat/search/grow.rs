//! Makes values that some subschemas are likely to accept.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::pattern::language::{Language, texts};
use crate::schema::{Keyword, TypeSet};

use super::super::conjunction::Conjunction;
use super::super::prove::languages;
use super::super::versions::{Node, Versions};
use super::dice::Dice;
use super::pool::Pool;
use super::{atoms, format};

/// Deeper than this only what is required is made.
const ENOUGH: usize = 6;

/// Deeper than this nothing is: the schema asks for a value without end.
const TOO_DEEP: usize = 24;

/// How many parts a value may have: one that asks for two of its kind would have no end of them.
const MAX_PARTS: usize = 2_000;

/// What makes values.
pub(super) struct Grower<'v> {
    pub(super) versions: &'v Versions<'v>,
    pub(super) pool: &'v Pool,
    pub(super) dice: Dice,
    /// How many parts the value under way may still get.
    left: usize,
    /// Texts by the patterns that they match.
    texts: BTreeMap<Vec<Node>, Vec<String>>,
}

impl<'v> Grower<'v> {
    pub(super) fn new(versions: &'v Versions<'v>, pool: &'v Pool) -> Self {
        Self { versions, pool, dice: Dice::new(0), left: MAX_PARTS, texts: BTreeMap::new() }
    }

    /// What is asked of a value, with one branch of each choice; a plain value meets no condition.
    pub(super) fn decided(&mut self, nodes: &[Node], is_plain: bool) -> Conjunction<'v> {
        let mut whole = Conjunction::of(self.versions, nodes);
        let mut index = 0;
        while let Some((era, keyword)) = whole.keywords.get(index).copied() {
            let at = |id| Node { era, id };
            match keyword {
                Keyword::AnyOf(branches) | Keyword::OneOf(branches) => {
                    self.dice.pick(branches).into_iter().for_each(|id| whole.add(at(*id)));
                }
                Keyword::If { condition, then, otherwise } => {
                    let met = [Some(*condition), *then];
                    let branch = if !is_plain && self.dice.once_in(4) { met } else { [*otherwise, None] };
                    branch.into_iter().flatten().for_each(|id| whole.add(at(id)));
                }
                Keyword::DynamicRef { fallback, .. } => whole.add(at(*fallback)),
                _ => {}
            }
            index = index.saturating_add(1);
        }
        whole
    }

    /// A value; only with what is required if `is_plain`.
    pub(super) fn value(&mut self, nodes: &[Node], depth: usize, is_plain: bool) -> Value {
        if depth == 0 {
            self.left = MAX_PARTS;
        }
        self.left = self.left.saturating_sub(1);
        if depth > TOO_DEEP || self.left == 0 {
            return Value::Null;
        }
        let asked = self.decided(nodes, is_plain);
        if let Some(constants) = asked.constants() {
            let constant = self.dice.pick(&constants).copied();
            return constant.map_or(Value::Null, |constant| Value::from(constant.clone()));
        }
        if !is_plain
            && self.dice.once_in(3)
            && let Some(example) = self.example(&asked)
        {
            return example;
        }
        let types = types(&asked);
        match self.dice.pick(&types).copied() {
            Some(TypeSet::OBJECT) => self.object(&asked, depth, is_plain),
            Some(TypeSet::ARRAY) => self.array(&asked, depth, is_plain),
            Some(TypeSet::STRING) => Value::from(self.text(&asked)),
            Some(TypeSet::NUMBER) => self.number(&asked),
            Some(TypeSet::BOOLEAN) => json!(self.dice.once_in(2)),
            _ => Value::Null,
        }
    }

    fn example(&mut self, asked: &Conjunction<'v>) -> Option<Value> {
        let examples = asked.nodes.iter().flat_map(|node| &self.versions.subschema(*node).annotations.examples);
        let examples: Vec<_> = examples.collect();
        self.dice.pick(&examples).map(|example| Value::from((*example).clone()))
    }

    fn number(&mut self, asked: &Conjunction<'_>) -> Value {
        let mut numbers = vec![json!(0), json!(1), json!(0.5), json!(7), json!(-1)];
        for keyword in asked.plain() {
            match keyword {
                Keyword::Minimum(bound)
                | Keyword::Maximum(bound)
                | Keyword::ExclusiveMinimum(bound)
                | Keyword::ExclusiveMaximum(bound) => numbers.extend(atoms::around(bound)),
                Keyword::MultipleOf(factor) => numbers.extend(atoms::multiples(factor)),
                _ => {}
            }
        }
        if !asked.types().contains(TypeSet::NUMBER) {
            numbers.retain(|number| number.is_i64() || number.is_u64());
        }
        numbers.retain(|number| number.as_f64().is_some_and(|number| is_within(asked, number)));
        self.dice.pick(&numbers).cloned().unwrap_or(json!(0))
    }

    /// A text of a format, or that matches the patterns.
    fn text(&mut self, asked: &Conjunction<'v>) -> String {
        let key = asked.nodes.clone();
        if !self.texts.contains_key(&key) {
            let found = known_texts(self.versions, asked);
            self.texts.insert(key.clone(), found);
        }
        let texts = self.texts.get(&key).cloned().unwrap_or_default();
        self.dice.pick(&texts).cloned().unwrap_or_else(|| "a".to_owned())
    }

    fn array(&mut self, asked: &Conjunction<'v>, depth: usize, is_plain: bool) -> Value {
        let (mut least, mut most) = (0, u64::MAX);
        for keyword in asked.plain() {
            match keyword {
                Keyword::MinItems(count) | Keyword::Contains { min: count, .. } => least = least.max(*count),
                Keyword::MaxItems(count) => most = most.min(*count),
                _ => {}
            }
        }
        let least = usize::try_from(least).unwrap_or(0).min(200);
        let more = if is_plain || depth > ENOUGH { 0 } else { self.dice.below(3) };
        let length = least.saturating_add(more).min(usize::try_from(most).unwrap_or(usize::MAX));
        let contained = asked.keywords.iter().find_map(|(era, keyword)| match keyword {
            Keyword::Contains { schema, .. } => Some(Node { era: *era, id: *schema }),
            _ => None,
        });
        let item = |index: usize| {
            let nodes: Vec<Node> = asked.item(index).into_iter().chain(contained).collect();
            self.value(&nodes, depth.saturating_add(1), is_plain)
        };
        Value::Array((0..length).map(item).collect())
    }

    fn object(&mut self, asked: &Conjunction<'v>, depth: usize, is_plain: bool) -> Value {
        let mut names: Vec<String> = asked.required().map(str::to_owned).collect();
        if !is_plain && depth <= ENOUGH {
            let optional: Vec<&str> = asked.declared();
            names.extend(optional.into_iter().filter(|_| self.dice.once_in(2)).map(str::to_owned));
        }
        self.fill(asked, &mut names);
        let mut members = Map::new();
        for name in names {
            if !members.contains_key(&name) {
                let nodes = asked.member(&name);
                members.insert(name, self.value(&nodes, depth.saturating_add(1), is_plain));
            }
        }
        Value::Object(members)
    }

    /// As many names as there must be, and those that others ask for.
    fn fill(&mut self, asked: &Conjunction<'v>, names: &mut Vec<String>) {
        for keyword in asked.plain() {
            match keyword {
                Keyword::MinProperties(least) => {
                    let missing = usize::try_from(*least).unwrap_or(0).saturating_sub(names.len()).min(200);
                    let known = self.pool.spare.iter().chain(&self.pool.names);
                    let spare = known.filter(|name| !names.contains(name)).take(missing).cloned();
                    let spare: Vec<String> = spare.collect();
                    names.extend(spare);
                }
                Keyword::DependentRequired(dependents) => {
                    let of = |(name, more): &(String, Vec<String>)| names.contains(name).then(|| more.clone());
                    let more: Vec<String> = dependents.iter().filter_map(of).flatten().collect();
                    names.extend(more);
                }
                _ => {}
            }
        }
    }
}

/// The types to choose from: where a keyword speaks of some of them, only those.
fn types(asked: &Conjunction<'_>) -> Vec<TypeSet> {
    const TYPES: [TypeSet; 6] =
        [TypeSet::OBJECT, TypeSet::ARRAY, TypeSet::STRING, TypeSet::NUMBER, TypeSet::BOOLEAN, TypeSet::NULL];
    let allowed = asked.types();
    let spoken_of = asked.plain().map(super::super::keyword::types).filter(|types| *types != TypeSet::ALL);
    let spoken_of = spoken_of.fold(TypeSet::default(), TypeSet::union).intersection(allowed);
    let wanted = if allowed == TypeSet::ALL && !spoken_of.is_empty() { spoken_of } else { allowed };
    TYPES.into_iter().filter(|one| !one.intersection(wanted).is_empty()).collect()
}

fn is_within(asked: &Conjunction<'_>, number: f64) -> bool {
    asked.plain().all(|keyword| match keyword {
        Keyword::Minimum(bound) => number >= bound.as_f64(),
        Keyword::Maximum(bound) => number <= bound.as_f64(),
        Keyword::ExclusiveMinimum(bound) => number > bound.as_f64(),
        Keyword::ExclusiveMaximum(bound) => number < bound.as_f64(),
        _ => true,
    })
}

fn known_texts(versions: &Versions<'_>, asked: &Conjunction<'_>) -> Vec<String> {
    let formats = asked.plain().filter_map(|keyword| match keyword {
        Keyword::Format(name) => Some(format::samples(name)),
        _ => None,
    });
    let mut found: Vec<String> = formats.flatten().map(|text| (*text).to_owned()).collect();
    if found.is_empty() {
        let taken = languages(versions, asked);
        let taken: Vec<&Language> = taken.iter().map(AsRef::as_ref).collect();
        found = if taken.is_empty() { Vec::new() } else { texts(&taken, None, 4).unwrap_or_default() };
    }
    found.retain(|text| {
        asked.plain().all(|keyword| match keyword {
            Keyword::Pattern(pattern) => versions.matches(pattern, text) != Some(false),
            _ => true,
        })
    });
    found
}
