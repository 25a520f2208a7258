//! The file that says which member of the contracts each column holds: a line such as `plans.id = Plan.plan_id`.

use std::ops::Range;

use super::Script;

/// What a line says.
pub(super) struct Entry {
    /// Table and column.
    pub(super) column: String,
    /// The members; none for a column of the database's own.
    pub(super) members: Vec<String>,
    pub(super) span: Range<usize>,
}

/// The entries in their order; lines that begin with `#` are remarks.
pub(super) fn entries(script: &Script) -> Vec<Entry> {
    let mut offset: usize = 0;
    let mut entries = Vec::new();
    for line in script.text.split_inclusive('\n') {
        let span = offset..offset.saturating_add(line.trim_end().len());
        offset = offset.saturating_add(line.len());
        let Some((column, members)) = line.split_once('=').filter(|_| !line.starts_with('#')) else { continue };
        let members = members.trim();
        let members = if members.starts_with('-') { "" } else { members };
        let members = members.split('|').map(str::trim).filter(|member| !member.is_empty());
        entries.push(Entry { column: column.trim().to_owned(), members: members.map(str::to_owned).collect(), span });
    }
    entries
}

/// Which types are stored in which tables: each type with its table, once.
#[must_use]
pub fn stored(script: &Script) -> Vec<(String, String)> {
    let mut stored = Vec::new();
    for entry in entries(script) {
        let table = entry.column.split('.').next().unwrap_or_default();
        for member in &entry.members {
            let ty = member.split('.').next().unwrap_or_default();
            stored.push((ty.to_owned(), table.to_owned()));
        }
    }
    stored.sort();
    stored.dedup();
    stored
}
