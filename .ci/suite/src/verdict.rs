//! What the types made of each case, beside what the suite says.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

use codegen::support::Json;

use crate::Result;
use crate::compile::program;
use crate::generate::{Outcome, Types};
use crate::part::Part;
use crate::suite::{Case, Group};

/// A case that the types do not get right.
pub struct Failure {
    /// The place of its group.
    pub group: usize,
    /// What is wrong.
    pub kind: Kind,
    /// The same for people.
    pub words: String,
}

/// In which way a case went wrong.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A document is accepted that the schema refuses.
    FalseAccept,
    /// A document is refused that the schema accepts.
    FalseReject,
    /// What is written is not what was read.
    Lossy,
}

/// What one way to read and write made of a document: the document again, or why it was refused.
type Answer = std::result::Result<String, String>;

/// Which group and which of its cases.
type Address = (usize, usize);

/// Runs every case in the crate of its type.
///
/// # Errors
///
/// What the disk or the programs that it starts refuse.
pub fn judge(groups: &[Group], types: &Types, parts: &[Part], folder: &Path) -> Result<Vec<Failure>> {
    let mut cases: BTreeMap<usize, Vec<Address>> = BTreeMap::new();
    for (index, (group, outcome)) in groups.iter().zip(&types.groups).enumerate() {
        let Outcome::Generated { module, .. } = outcome else { continue };
        cases.entry(*module).or_default().extend((0..group.cases.len()).map(|case| (index, case)));
    }
    let mut failures = Vec::new();
    for part in parts {
        let own =
            part.modules.iter().flat_map(|module| cases.get(module).into_iter().flatten().map(|at| (*module, *at)));
        let own: Vec<(usize, Address)> = own.collect();
        let documents = own.iter().filter_map(|(module, at)| Some((*module, case(groups, *at)?.1.document.as_str())));
        let answers = ask(&program(part, folder), &documents.collect::<Vec<_>>())?;
        for ((_, at), [own, serde]) in own.iter().zip(answers) {
            failures.extend(failure(groups, *at, "from_json", own));
            failures.extend(failure(groups, *at, "serde_json", serde));
        }
    }
    Ok(failures)
}

/// Has a crate read documents: what its own reader says, and what `serde_json` says.
fn ask(program: &Path, documents: &[(usize, &str)]) -> Result<Vec<[Answer; 2]>> {
    let mut child = Command::new(program).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let mut input = child.stdin.take().ok_or("no way to the crate")?;
    let text = serde_json::to_vec(documents)?;
    let writer = thread::spawn(move || input.write_all(&text));
    let output = child.wait_with_output()?;
    writer.join().map_err(|_| "the crate did not listen")??;
    if !output.status.success() {
        return Err(format!("{} crashed", program.display()).into());
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

fn failure(groups: &[Group], at: Address, way: &str, answer: Answer) -> Option<Failure> {
    let (group, case) = case(groups, at)?;
    let (kind, detail) = match answer {
        Ok(_) if !case.is_valid => (Kind::FalseAccept, "accepted".to_owned()),
        Err(error) if case.is_valid => (Kind::FalseReject, format!("refused: {error}")),
        Ok(text) if !is_same(&case.document, &text) => (Kind::Lossy, format!("written as {text}")),
        _ => return None,
    };
    let words = format!("{}: {}: {way}: {} {detail}", group.place(), case.description, case.document);
    Some(Failure { group: at.0, kind, words })
}

fn case(groups: &[Group], (group, case): Address) -> Option<(&Group, &Case)> {
    let group = groups.get(group)?;
    Some((group, group.cases.get(case)?))
}

/// Whether two texts are the same JSON value, numbers exactly.
fn is_same(document: &str, written: &str) -> bool {
    let value = |text: &str| text.parse::<Json>().ok();
    value(document).is_some() && value(document) == value(written)
}
