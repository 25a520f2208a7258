//! A batch of groups: random schemas, each with documents and what the validators say of them.

use std::collections::BTreeSet;

use codegen::Options;
use codegen::dialect::{Dialect, Draft};
use fastrand::Rng;
use suite::suite::{Case, Group};

use crate::second::Judges;
use crate::{document, schema};

/// How many documents are drawn for a schema; those that come twice are not compared twice.
const DOCUMENTS: usize = 60;

/// Groups, and what their validators do not agree about.
pub(crate) struct Drawn {
    pub(crate) groups: Vec<Group>,
    pub(crate) open: Vec<String>,
}

/// The groups that a seed stands for.
pub(crate) fn groups(seed: u64, count: usize) -> Drawn {
    let mut rng = Rng::with_seed(seed);
    let mut drawn = Drawn { groups: Vec::new(), open: Vec::new() };
    while drawn.groups.len() < count {
        let draft = *rng.choice(&Draft::ALL).unwrap_or(&Draft::Draft202012);
        group(&mut rng, draft, &mut drawn);
    }
    drawn
}

/// Draws a group, unless a validator does not take its schema.
fn group(rng: &mut Rng, draft: Draft, drawn: &mut Drawn) {
    let schema = schema::draw(rng, draft);
    let Some(judges) = Judges::of(draft, &schema) else { return };
    let (mut cases, mut seen) = (Vec::new(), BTreeSet::new());
    for _ in 0..DOCUMENTS {
        let value = document::draw(rng, &schema);
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
    let options = Options::default().default_dialect(Dialect::of(draft)).format_assertion(false).root_name("Root");
    drawn.groups.push(Group {
        draft,
        file: String::new(),
        description: String::new(),
        schema: schema.to_string(),
        options,
        is_required: true,
        cases,
    });
}
