//! Compares generated types with two validators on random schemas and documents made from them.
//!
//! All is drawn from one seed, so that a run can be repeated. A batch of schemas becomes one compilation, as in the
//! official suite, whose machinery this shares. Where the two validators disagree with each other, people must look.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use fuzz::draw::{self, Drawn};
use suite::Result;
use suite::generate::Outcome;
use suite::suite::Group;

/// How many schemas are compiled together.
const BATCH: usize = 100;

/// What a run came to.
#[derive(Default)]
struct Total {
    schemas: usize,
    documents: usize,
    disagreements: usize,
}

fn main() -> Result<ExitCode> {
    let mut arguments = std::env::args().skip(1);
    let work = PathBuf::from(arguments.next().ok_or("usage: fuzz WORK-FOLDER [SECONDS [SEED]]")?);
    let seconds = arguments.next().map_or(Ok(0), |seconds| seconds.parse())?;
    let first: u64 = arguments.next().map_or(Ok(1), |seed| seed.parse())?;
    let (start, mut total, mut seed) = (Instant::now(), Total::default(), first);
    loop {
        total.add(seed, &draw::groups(seed, BATCH), &work)?;
        if start.elapsed() >= Duration::from_secs(seconds) {
            break;
        }
        seed += 1;
    }
    let Total { schemas, documents, disagreements } = total;
    let took = start.elapsed().as_secs();
    println!(
        "seeds {first} to {seed}: {schemas} schemas, {documents} documents, {disagreements} disagreements, {took} s"
    );
    Ok(if disagreements == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

impl Total {
    /// Runs a batch and prints what is wrong with it.
    fn add(&mut self, seed: u64, drawn: &Drawn, work: &Path) -> Result<()> {
        let wrong = disagreements(drawn, work)?;
        for words in &wrong {
            println!("seed {seed}: {words}");
        }
        self.schemas += drawn.groups.len();
        self.documents += drawn.groups.iter().map(|group| group.cases.len()).sum::<usize>();
        self.disagreements += wrong.len();
        Ok(())
    }
}

/// What types and validators, or the validators among themselves, do not agree about.
fn disagreements(Drawn { groups, open }: &Drawn, work: &Path) -> Result<Vec<String>> {
    let (types, failures) = suite::judge(groups, work, false)?;
    let refused = groups.iter().zip(&types.groups).filter_map(|(group, outcome)| match outcome {
        Outcome::Refused(message) => Some(format!("no type: {message}\n    {}", place(group))),
        Outcome::Generated { .. } => None,
    });
    let judged = failures.iter().map(|failure| {
        let group = groups.get(failure.group).map(place).unwrap_or_default();
        format!("{}\n    {group}", failure.words)
    });
    Ok(refused.chain(judged).chain(open.iter().cloned()).collect())
}

fn place(group: &Group) -> String {
    format!("{}: {}", group.draft.name(), group.schema)
}
