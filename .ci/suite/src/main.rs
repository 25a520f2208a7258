//! Runs the official JSON-Schema-Test-Suite: every group of every draft becomes a type by the real generator, the
//! real compiler takes it without a warning, and each case is read and written again by it, in both ways to read.
//!
//! ```text
//! suite → generate → part → compile → verdict → table
//! ```

use std::path::PathBuf;
use std::process::ExitCode;

use suite::Result;

fn main() -> Result<ExitCode> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let (Some(folder), Some(work)) = (arguments.next(), arguments.next()) else {
        return Err("usage: suite SUITE-FOLDER WORK-FOLDER [DRAFT[/FILE]]".into());
    };
    let filter = arguments.next().map(|filter| filter.to_string_lossy().into_owned()).unwrap_or_default();
    let groups = suite::suite::read(&folder, &filter)?;
    let (types, failures) = suite::judge(&groups, &work, true)?;
    let is_right = suite::table::print(&groups, &types, &failures);
    Ok(if is_right { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
