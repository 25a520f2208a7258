//! The tests that every generated type must pass.

use std::cell::Cell;
use std::collections::BTreeMap;

use super::choices::Choices;
use super::document::{self, Document};
use super::generate;
use super::near_miss::{self, NearMiss};
use super::property::for_all;
use super::trial::Trial;

/// How many near misses of one generated document are tried.
const NEAR_MISSES: usize = 6;

/// How many near misses of one keyword at one kind of place are tried on examples.
const OF_A_KIND: usize = 8;

/// How many of a hundred generated documents must be valid at least, and how many near misses invalid.
const MOST: usize = 60;

/// A test of a type.
pub(crate) type Test = fn(&Trial<'_>) -> Result<(), String>;

/// All examples, of this type and of all others.
pub(crate) fn on_examples(trial: &Trial<'_>) -> Result<(), String> {
    let examples = document::examples()?;
    examples.iter().try_for_each(|example| trial.agree(example)).map_err(|disagreement| disagreement.to_string())
}

/// Documents made from the schema.
pub(crate) fn on_generated_documents(trial: &Trial<'_>) -> Result<(), String> {
    for_all(|decisions| {
        let document = generate::document(trial.world, trial.schema, decisions);
        trial.agree(&document).map_err(|disagreement| disagreement.to_string())
    })
}

/// The documents made from the schema are worth something: most are valid.
pub(crate) fn generates_mostly_valid_documents(trial: &Trial<'_>) -> Result<(), String> {
    let share = Share::default();
    for_all(|decisions| {
        share.count(trial.is_valid(&generate::document(trial.world, trial.schema, decisions)));
        Ok(())
    })?;
    share.is_at_least(MOST, "generated documents are valid")
}

/// Near misses of all examples that are valid for this type.
pub(crate) fn on_near_misses_of_examples(trial: &Trial<'_>) -> Result<(), String> {
    let mut tried: BTreeMap<(String, &str), usize> = BTreeMap::new();
    let share = Share::default();
    for example in document::examples()?.iter().filter(|example| trial.is_valid(example)) {
        for near_miss in near_miss::all(trial.world, trial.schema, example) {
            let count = tried.entry((near_miss.kind_of_place(), near_miss.keyword)).or_default();
            *count += 1;
            if *count <= OF_A_KIND {
                share.count(!agrees(trial, example, &near_miss)?);
            }
        }
    }
    share.is_at_least(MOST, "near misses are invalid")
}

/// Near misses of documents made from the schema.
pub(crate) fn on_near_misses_of_generated_documents(trial: &Trial<'_>) -> Result<(), String> {
    for_all(|decisions| {
        let document = generate::document(trial.world, trial.schema, decisions);
        if !trial.is_valid(&document) {
            return Ok(());
        }
        let mut choices = Choices::new(decisions);
        let choose = |_| near_miss::one(trial.world, trial.schema, &document, &mut choices);
        let chosen: Vec<NearMiss> = (0..NEAR_MISSES).filter_map(choose).collect();
        chosen.iter().try_for_each(|near_miss| agrees(trial, &document, near_miss).map(drop))
    })
}

/// Checks a near miss and says whether it is valid all the same.
fn agrees(trial: &Trial<'_>, document: &Document, near_miss: &NearMiss) -> Result<bool, String> {
    let changed = near_miss.of(document);
    trial.agree(&changed).map_err(|disagreement| disagreement.to_string())?;
    Ok(trial.is_valid(&changed))
}

/// How many of some documents are as wanted.
#[derive(Default)]
struct Share {
    wanted: Cell<usize>,
    all: Cell<usize>,
}

impl Share {
    fn count(&self, is_wanted: bool) {
        self.all.set(self.all.get() + 1);
        self.wanted.set(self.wanted.get() + usize::from(is_wanted));
    }

    fn is_at_least(&self, percent: usize, what: &str) -> Result<(), String> {
        let (wanted, all) = (self.wanted.get(), self.all.get());
        if wanted * 100 >= all * percent { Ok(()) } else { Err(format!("only {wanted} of {all} {what}")) }
    }
}
