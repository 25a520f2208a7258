//! A batch of groups: random schemas, each with documents and what the validators say of them.

use std::collections::BTreeSet;

use codegen::Options;
use codegen::dialect::{Dialect, Draft};
use fastrand::Rng;
use serde_json::Value;
use suite::suite::{Case, Group};

use crate::choices::Choices;
use crate::judges::Judges;
use crate::{document, schema};

/// How many bytes decide about a schema and its documents.
const BYTES: usize = 1 << 16;

/// How many documents are drawn for a schema; those that come twice are not compared twice.
const DOCUMENTS: usize = 60;

/// Groups, and what their validators do not agree about.
pub struct Drawn {
    /// Schemas with documents, and whether they are valid.
    pub groups: Vec<Group>,
    /// The documents about which the validators do not agree.
    pub open: Vec<String>,
}

/// The groups that a seed stands for.
#[must_use]
pub fn groups(seed: u64, count: usize) -> Drawn {
    let mut rng = Rng::with_seed(seed);
    let mut drawn = Drawn { groups: Vec::new(), open: Vec::new() };
    let mut bytes = vec![0; BYTES];
    while drawn.groups.len() < count {
        rng.fill(&mut bytes);
        draw(&mut Choices::new(&bytes), &mut drawn);
    }
    drawn
}

/// Draws a group, unless a validator does not take its schema.
fn draw(choices: &mut Choices<'_>, drawn: &mut Drawn) {
    let draft = *choices.pick(&Draft::ALL);
    let schema = schema::draw(choices, draft);
    let Some(judges) = Judges::of(judged(draft), &schema) else { return };
    let (mut cases, mut seen) = (Vec::new(), BTreeSet::new());
    for _ in 0..DOCUMENTS {
        let value = document::draw(choices, &schema);
        let document = value.to_string();
        if !seen.insert(document.clone()) {
            continue;
        }
        match judges.verdict(&value) {
            Ok(is_valid) => cases.push(Case { description: String::new(), document, is_valid }),
            Err([first, second]) => {
                let words = format!("jsonschema says {first}, boon {second} of {document}");
                drawn.open.push(format!("{}: {words}\n    {schema}", draft.name()));
            }
        }
    }
    drawn.groups.push(group(draft, &schema, cases));
}

/// A schema of a draft with cases, for the machinery of the suite.
#[must_use]
pub fn group(draft: Draft, schema: &Value, cases: Vec<Case>) -> Group {
    let (schema, options) = (schema.to_string(), options(draft));
    let (file, description) = (String::new(), String::new());
    Group { draft, file, description, schema, options, is_required: true, cases }
}

/// How the generator is to read a schema of a draft, so that it means what the validators take it to mean.
#[must_use]
pub fn options(draft: Draft) -> Options {
    Options::default().default_dialect(Dialect::of(draft)).format_assertion(false).root_name("Root")
}

/// What the validators call a draft.
#[must_use]
pub fn judged(draft: Draft) -> jsonschema::Draft {
    match draft {
        Draft::Draft4 => jsonschema::Draft::Draft4,
        Draft::Draft6 => jsonschema::Draft::Draft6,
        Draft::Draft7 => jsonschema::Draft::Draft7,
        Draft::Draft201909 => jsonschema::Draft::Draft201909,
        Draft::Draft202012 => jsonschema::Draft::Draft202012,
    }
}
