//! Whether the database holds what the contracts accept, and its migrations end in it.

use std::path::Path;

use codegen::parity::{self, Script};
use codegen::{Planned, migrations};

use crate::cli::disk;
use crate::cli::exit::Failure;
use crate::cli::report::counted;

use super::part::Part;

const NAME: &str = "database";

/// Looks at the database, if one is described.
pub(super) fn part(
    planned: &Planned,
    ddl: Option<&Path>,
    columns: Option<&Path>,
    folder: Option<&Path>,
) -> Result<Part, Failure> {
    let Some(ddl) = ddl else { return Ok(Part::missing(NAME, "codegen.json names no database schema")) };
    let Some(columns) = columns else {
        return Ok(Part::missing(NAME, "codegen.json does not name the file that says what columns hold"));
    };
    let (ddl, columns) = (disk::script(ddl)?, disk::script(columns)?);
    let mut findings = parity::check(planned, &ddl, &columns);
    if let Some(folder) = folder {
        let all: Result<Vec<Script>, Failure> =
            disk::scripts_in(folder).iter().map(|path| disk::script(path)).collect();
        findings.extend(migrations::check(&ddl, &all?));
    }
    let n_unheld = parity::unheld(planned, &ddl, &columns).len();
    let part = Part::checked(NAME, findings);
    let note = || format!("what stands inside {} only the types hold", counted(n_unheld, "JSON column"));
    Ok(if n_unheld == 0 { part } else { part.noting(note()) })
}
