//! From groups of cases to verdicts on the types that the generator makes for them and the compiler takes.

pub mod compile;
pub mod generate;
pub mod part;
pub mod suite;
pub mod table;
pub mod verdict;

use std::error::Error;
use std::path::Path;

use generate::Types;
use suite::Group;
use verdict::Failure;

/// What can go wrong here ends the run, with words for the person who started it.
pub type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Generates the types of all groups, compiles them, perhaps with clippy looking on, and reads every document by
/// them, all in the folder `work`.
///
/// # Errors
///
/// Files that cannot be read or written, and types that do not compile without a warning.
pub fn judge(groups: &[Group], work: &Path, has_clippy: bool) -> Result<(Types, Vec<Failure>)> {
    let folder = work.join("parts");
    let types = generate::generate(groups, &work.join("schemas"))?;
    let parts = part::write(&types, &folder, &part::SUITE)?;
    compile::compile(&parts, &folder, has_clippy)?;
    let failures = verdict::judge(groups, &types, &parts, &folder)?;
    Ok((types, failures))
}
