//! Runs schemas as found in the wild, those that packages carry, through the generator and the compiler, and compares
//! what the types say of documents with a validator.
//!
//! ```text
//! corpus → generate → check → table, documents → agreement
//! ```

mod agreement;
mod check;
mod corpus;
mod generate;
mod table;

use std::path::PathBuf;
use std::process::ExitCode;

use suite::Result;

use table::{Row, Verdict};

fn main() -> Result<ExitCode> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let (Some(list), Some(sources), Some(work)) = (arguments.next(), arguments.next(), arguments.next()) else {
        return Err("usage: wild LIST SOURCES-FOLDER WORK-FOLDER [FILTER]".into());
    };
    let filter = arguments.next().map(|filter| filter.to_string_lossy().into_owned()).unwrap_or_default();
    let subjects = corpus::read(&list, &sources, &filter)?;
    table::print_head();
    let mut rows = Vec::new();
    for (place, subject) in subjects.iter().enumerate() {
        let row = row(subject, &work.join("crates").join(format!("schema{place}")))?;
        table::print_row(subject, &row);
        rows.push(row);
    }
    table::print_sums(&rows);
    let is_right = rows.iter().all(|row| row.verdict.is_right());
    let agrees = agreement::compare(&subjects, &rows, &work.join("agreement"))?;
    Ok(if is_right && agrees { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What becomes of one schema.
fn row(subject: &corpus::Subject, folder: &std::path::Path) -> Result<Row> {
    match generate::generate(subject) {
        Err(refused) => Ok(Row::refused(subject, refused)),
        Ok(generated) => {
            let checked = check::check(&generated.files, folder)?;
            let verdict = if checked.is_clean { Verdict::Fine } else { Verdict::DoesNotCompile };
            Ok(Row { check: checked.time, verdict, ..generated.row })
        }
    }
}
