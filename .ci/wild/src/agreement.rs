//! What the types say of documents drawn for their schemas, beside what a validator says.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use codegen::Options;
use codegen::dialect::Draft;
use fastrand::Rng;
use fuzz::choices::Choices;
use fuzz::document;
use serde_json::Value;
use suite::Result;
use suite::generate::Outcome;
use suite::suite::{Case, Group};

use crate::corpus::Subject;
use crate::table::{Row, Verdict};

/// How many documents are drawn for a schema; those that come twice are not compared twice.
const DOCUMENTS: usize = 200;

/// How many bytes decide on a document: those of big schemas ask for many decisions.
const BYTES: usize = 4096;

/// A document beyond this many bytes says nothing that smaller ones do not.
const LONGEST: usize = 20_000;

/// Schemas of more types than this take the compiler too long, for here it must make programs.
const MOST_TYPES: usize = 450;

/// Compares verdicts on documents, says what is wrong, and whether nothing is.
///
/// # Errors
///
/// What the disk or the programs that it starts refuse.
pub fn compare(subjects: &[Subject], rows: &[Row], work: &Path) -> Result<bool> {
    let comparable =
        |row: &Row| matches!(row.verdict, Verdict::Fine) && row.stands_alone && row.types.total() <= MOST_TYPES;
    let chosen = subjects.iter().zip(rows).filter(|(_, row)| comparable(row));
    let groups: Vec<Group> = chosen.filter_map(|(subject, _)| group(subject)).collect();
    let (types, failures) = suite::judge(&groups, work, false)?;
    let refused = groups.iter().zip(&types.groups).filter_map(|(group, outcome)| match outcome {
        Outcome::Refused(message) => Some(format!("{}: {message}", group.file)),
        Outcome::Generated { .. } => None,
    });
    let wrong: Vec<String> = refused.chain(failures.iter().map(|failure| failure.words.clone())).collect();
    for words in &wrong {
        println!("{}", words.chars().take(2000).collect::<String>());
    }
    let cases = groups.iter().flat_map(|group| &group.cases);
    let (valid, all) = cases.fold((0, 0), |(valid, all), case| (valid + usize::from(case.is_valid), all + 1));
    println!(
        "{all} documents of {} schemas compared, {valid} of them valid; {} disagreements",
        groups.len(),
        wrong.len()
    );
    Ok(wrong.is_empty())
}

/// A schema with documents and a validator's verdicts; none if the validator does not take it.
fn group(subject: &Subject) -> Option<Group> {
    let schema = fs::read_to_string(&subject.path).ok()?;
    let value: Value = serde_json::from_str(&schema).ok()?;
    let judge = jsonschema::options().should_validate_formats(false).build(&value).ok()?;
    let (mut rng, mut seen) = (Rng::with_seed(1), BTreeSet::new());
    let drawn = (0..DOCUMENTS).map(|_| {
        let bytes: Vec<u8> = std::iter::repeat_with(|| rng.u8(..)).take(BYTES).collect();
        document::draw(&mut Choices::new(&bytes), &value)
    });
    let drawn: Vec<Value> = drawn.filter(|document| seen.insert(document.to_string())).collect();
    let case = |value: Value| {
        let document = value.to_string();
        let is_valid = document.len() < LONGEST && judge.is_valid(&value);
        (document.len() < LONGEST).then_some(Case { description: String::new(), document, is_valid })
    };
    Some(Group {
        draft: Draft::Draft202012,
        file: subject.name.clone(),
        description: String::new(),
        schema,
        options: Options::default().format_assertion(false).root_name("Root"),
        is_required: true,
        cases: drawn.into_iter().filter_map(case).collect(),
    })
}
