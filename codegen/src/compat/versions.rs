//! Two versions of the schemas side by side, and the judges of what is valid in each.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use jsonschema::Validator;
use serde_json::Value;

use crate::Planned;
use crate::judge::Judge;
use crate::options::Options;
use crate::pattern::language::Language;
use crate::pattern::{self, Compiled};
use crate::schema::{Graph, Keyword, SchemaId, Subschema};
use crate::source::Source;

/// Which of the two versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Era {
    /// The baseline.
    Old,
    /// The current one.
    New,
}

/// A subschema of one of the versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Node {
    pub(super) era: Era,
    pub(super) id: SchemaId,
}

/// Both versions.
pub(super) struct Versions<'p> {
    old: Version<'p>,
    new: Version<'p>,
    patterns: RefCell<BTreeMap<String, Option<Rc<Compiled>>>>,
    languages: RefCell<BTreeMap<String, Option<Rc<Language>>>>,
    same: RefCell<BTreeMap<(Node, Node), bool>>,
    pub(super) asserts_format: bool,
}

/// One version.
struct Version<'p> {
    planned: &'p Planned,
    judge: Judge,
    validators: RefCell<BTreeMap<SchemaId, Option<Rc<Validator>>>>,
}

impl Era {
    /// The other version.
    pub(super) fn other(self) -> Self {
        match self {
            Self::Old => Self::New,
            Self::New => Self::Old,
        }
    }
}

impl<'p> Versions<'p> {
    pub(super) fn new(old: &'p Planned, new: &'p Planned, options: &Options) -> Result<Self, String> {
        Ok(Self {
            old: Version::new(old, options)?,
            new: Version::new(new, options)?,
            patterns: RefCell::default(),
            languages: RefCell::default(),
            same: RefCell::default(),
            asserts_format: options.format_assertion,
        })
    }

    fn version(&self, era: Era) -> &Version<'p> {
        match era {
            Era::Old => &self.old,
            Era::New => &self.new,
        }
    }

    pub(super) fn graph(&self, era: Era) -> &'p Graph {
        &self.version(era).planned.plan.graph
    }

    pub(super) fn source(&self, era: Era, source: usize) -> Option<&'p Source> {
        self.version(era).planned.sources.get(source)
    }

    pub(super) fn subschema(&self, node: Node) -> &'p Subschema {
        self.graph(node.era).get(node.id)
    }

    pub(super) fn keywords(&self, node: Node) -> &'p [Keyword] {
        &self.subschema(node).keywords
    }

    /// Whether all documents are the same, word for word.
    pub(super) fn are_identical(&self) -> bool {
        let texts =
            |version: &Version<'p>| -> Vec<&'p str> { version.planned.sources.iter().map(Source::text).collect() };
        texts(&self.old) == texts(&self.new)
    }

    /// Whether a document is valid against a subschema; `None` if the judge does not take the schema.
    pub(super) fn accepts(&self, node: Node, document: &Value) -> Option<bool> {
        let version = self.version(node.era);
        let mut validators = version.validators.borrow_mut();
        let build = || version.judge.validator_of(self.graph(node.era), node.id).ok().map(Rc::new);
        let validator = validators.entry(node.id).or_insert_with(build).clone();
        drop(validators);
        validator.map(|validator| validator.is_valid(document))
    }

    /// Whether a name matches a pattern; `None` for what is no pattern.
    pub(super) fn matches(&self, source: &str, name: &str) -> Option<bool> {
        let mut patterns = self.patterns.borrow_mut();
        let compile = || pattern::compile(source).ok().map(Rc::new);
        let compiled = patterns.entry(source.to_owned()).or_insert_with(compile).clone();
        compiled.map(|compiled| compiled.is_match(name))
    }

    /// Whether two subschemas say the same, decided once.
    pub(super) fn remember_same(&self, nodes: (Node, Node), decide: impl FnOnce() -> bool) -> bool {
        if let Some(known) = self.same.borrow().get(&nodes) {
            return *known;
        }
        let is_same = decide();
        self.same.borrow_mut().insert(nodes, is_same);
        is_same
    }

    /// The texts of a pattern.
    pub(super) fn language(&self, source: &str) -> Option<Rc<Language>> {
        let mut languages = self.languages.borrow_mut();
        languages.entry(source.to_owned()).or_insert_with(|| Language::of(source).map(Rc::new)).clone()
    }
}

impl<'p> Version<'p> {
    fn new(planned: &'p Planned, options: &Options) -> Result<Self, String> {
        let judge = Judge::new(&planned.sources, options)?;
        Ok(Self { planned, judge, validators: RefCell::default() })
    }
}
