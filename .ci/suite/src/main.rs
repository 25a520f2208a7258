//! Runs the official JSON-Schema-Test-Suite: every group of every draft becomes a type by the real generator, the
//! real compiler takes it without a warning, and each case is read and written again by it, in both ways to read.
//!
//! ```text
//! suite → generate → part → compile → verdict → table
//! ```

mod compile;
mod generate;
mod part;
mod suite;
mod table;
mod verdict;

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

/// What can go wrong here ends the run, with words for the person who started it.
type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<ExitCode> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let (Some(folder), Some(work)) = (arguments.next(), arguments.next()) else {
        return Err("usage: suite SUITE-FOLDER WORK-FOLDER [DRAFT[/FILE]]".into());
    };
    let filter = arguments.next().map(|filter| filter.to_string_lossy().into_owned()).unwrap_or_default();
    let groups = suite::read(&folder, &filter)?;
    let types = generate::generate(&groups, &folder.join("remotes"), &work)?;
    let parts = part::write(&types, &work.join("parts"))?;
    compile::compile(&parts, &work.join("parts"))?;
    let failures = verdict::judge(&groups, &types, &parts, &work.join("parts"))?;
    let is_right = table::print(&groups, &types, &failures);
    Ok(if is_right { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
