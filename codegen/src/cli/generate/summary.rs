//! What was written: each file with its types, and the sums.

use std::io::{self, Write};
use std::path::Path;

use codegen::Files;
use codegen::explain::{Tiers, tier};
use codegen::files::REGRESS;
use codegen::plan::Plan;
use codegen::write::Written;

use crate::cli::report::counted;
use crate::cli::table::aligned;

/// Prints what was written.
pub(super) fn print(plan: &Plan, files: &Files, written: &Written, out: &Path, to: &mut dyn Write) -> io::Result<()> {
    let mut rows = Vec::new();
    let mut n_shared: usize = 0;
    for (path, _) in files.iter() {
        let place = out.join(path).display().to_string();
        match tiers(plan, path) {
            Some(tiers) => rows.push([place, tiers.to_string()]),
            None if is_shared(path) => n_shared = n_shared.saturating_add(1),
            None => rows.push([place, String::new()]),
        }
    }
    if n_shared > 0 {
        let place = files.iter().map(|(path, _)| path).find_map(|path| path.split_once("support/"));
        let folder = place.map_or("support".to_owned(), |(folder, _)| format!("{folder}support"));
        rows.push([out.join(folder).display().to_string(), format!("{} that all share", counted(n_shared, "file"))]);
    }
    for line in aligned(&rows) {
        writeln!(to, "{line}")?;
    }
    writeln!(to, "\n{}\n{}: {}", Tiers::of(plan), counted(files.len(), "file"), sums(written))?;
    crates(files, to)
}

/// Says what the code needs beyond what all generated code does.
pub(super) fn crates(files: &Files, to: &mut dyn Write) -> io::Result<()> {
    if files.needs_regress {
        writeln!(to, "patterns need the crate `regress`, version {REGRESS}, beside `serde` and `serde_json`")?;
    }
    Ok(())
}

/// Whether a file is one of those that all modules share.
fn is_shared(path: &str) -> bool {
    path.rsplit_once('/').is_some_and(|(folder, _)| folder.split('/').any(|part| part == "support"))
}

/// The tiers of the types in a file, if it is a module's.
fn tiers(plan: &Plan, path: &str) -> Option<Tiers> {
    let name = path.rsplit('/').next()?.strip_suffix(".rs")?;
    let is_this = |module: &&codegen::plan::Module| module.name.trim_start_matches("r#") == name && !is_shared(path);
    let module = plan.modules.iter().find(is_this)?;
    Some(module.types.iter().filter_map(|id| plan.get(*id)).map(|ty| tier(plan, ty)).collect())
}

fn sums(written: &Written) -> String {
    let Written { changed, unchanged, removed, .. } = written;
    if changed.is_empty() && removed.is_empty() {
        return "all were up to date".to_owned();
    }
    let counts = [(changed.len(), "written"), (unchanged.len(), "up to date"), (removed.len(), "removed")];
    let counts = counts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}"));
    counts.collect::<Vec<_>>().join(", ")
}
