//! Compares generated types with two validators on random schemas and documents made from them.
//!
//! All is drawn from one seed, so that a run can be repeated. A batch of schemas becomes one compilation, as in the
//! official suite, whose machinery this shares. Where the two validators disagree with each other, people must look.

mod document;
mod draw;
mod keywords;
mod schema;
mod second;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use suite::Result;
use suite::generate::Outcome;
use suite::suite::Group;

/// How many schemas are compiled together.
const BATCH: usize = 100;

fn main() -> Result<ExitCode> {
    let mut arguments = std::env::args().skip(1);
    let work = PathBuf::from(arguments.next().ok_or("usage: fuzz WORK-FOLDER [SECONDS [SEED]]")?);
    let seconds = arguments.next().map_or(Ok(0), |seconds| seconds.parse())?;
    let mut seed: u64 = arguments.next().map_or(Ok(1), |seed| seed.parse())?;
    let (start, mut n_documents, mut n_schemas, mut is_right) = (Instant::now(), 0, 0, true);
    loop {
        let drawn = draw::groups(seed, BATCH);
        n_schemas += drawn.groups.len();
        n_documents += drawn.groups.iter().map(|group| group.cases.len()).sum::<usize>();
        is_right &= judge(&drawn.groups, &drawn.open, &work)?;
        println!("seed {seed}: {n_schemas} schemas, {n_documents} documents compared");
        seed += 1;
        if start.elapsed() >= Duration::from_secs(seconds) {
            return Ok(if is_right { ExitCode::SUCCESS } else { ExitCode::FAILURE });
        }
    }
}

/// Runs a batch and prints what is wrong with it.
fn judge(groups: &[Group], open: &[String], work: &Path) -> Result<bool> {
    let (types, failures) = suite::judge(groups, work, false)?;
    let mut wrong = Vec::new();
    for (group, outcome) in groups.iter().zip(&types.groups) {
        if let Outcome::Refused(message) = outcome {
            wrong.push(format!("{} {}: no type: {message}", group.draft.name(), group.schema));
        }
    }
    for failure in &failures {
        let group = groups.get(failure.group).map_or("", |group| &group.schema);
        wrong.push(format!("{}\n    {group}", failure.words));
    }
    wrong.extend(open.iter().cloned());
    for words in &wrong {
        println!("{words}");
    }
    Ok(wrong.is_empty())
}
