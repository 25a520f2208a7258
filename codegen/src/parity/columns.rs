//! The file that says which member of the contracts each column holds, and where the two cannot agree: lines such as
//! `plans.id = Plan.plan_id`, and `text ! nul = why`.

use std::ops::Range;

use super::Script;
use super::gap::{Gap, NAMES};

/// What a line says of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Table and column.
    pub column: String,
    /// The members, such as `Plan.plan_id`, or types of whole documents; none for a column of the database's own.
    pub members: Vec<String>,
    /// Where the line stands.
    pub span: Range<usize>,
}

/// What a line says of a gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    /// The column, or the type of all columns that it is about.
    pub place: String,
    /// What differs; `None` for a word that means nothing.
    pub gap: Option<Gap>,
    /// Why it must be so.
    pub reason: String,
    /// Where the line stands.
    pub span: Range<usize>,
}

impl Exception {
    /// Whether it is about a column of a type, by its shortest name.
    #[must_use]
    pub fn is_about(&self, column: &str, data_type: &str) -> bool {
        self.place == column || self.place == data_type
    }
}

/// A line without the remarks, before and behind its `=`.
struct Line<'s> {
    left: &'s str,
    right: &'s str,
    span: Range<usize>,
}

fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut offset: usize = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let span = offset..offset.saturating_add(line.trim_end().len());
        offset = offset.saturating_add(line.len());
        let (left, right) = line.split_once('=').filter(|_| !line.starts_with('#'))?;
        Some(Line { left: left.trim(), right: right.trim(), span })
    })
}

/// What is said of the columns, in its order; lines that begin with `#` are remarks.
#[must_use]
pub fn entries(script: &Script) -> Vec<Entry> {
    let of_columns = lines(&script.text).filter(|line| !line.left.contains('!'));
    let entry = |line: Line<'_>| {
        let members = if line.right.starts_with('-') { "" } else { line.right };
        let members = members.split('|').map(str::trim).filter(|member| !member.is_empty());
        Entry { column: line.left.to_owned(), members: members.map(str::to_owned).collect(), span: line.span }
    };
    of_columns.map(entry).collect()
}

/// What is said of gaps, in its order.
#[must_use]
pub fn exceptions(script: &Script) -> Vec<Exception> {
    let exception = |line: Line<'_>| {
        let (place, word) = line.left.split_once('!')?;
        let gap = NAMES.iter().find(|(name, _)| *name == word.trim()).map(|(_, gap)| *gap);
        Some(Exception { place: place.trim().to_owned(), gap, reason: line.right.to_owned(), span: line.span })
    };
    lines(&script.text).filter_map(exception).collect()
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
