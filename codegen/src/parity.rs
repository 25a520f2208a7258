//! Whether the columns of a database accept what the contracts accept: types, nullability, enums, patterns and bounds.
//!
//! `columns` reads which member each column holds, `ddl` what the database asks of a column, `contract` what the
//! schemas ask of the member, and here the two are compared.

mod columns;
mod contract;
mod ddl;

use std::collections::BTreeMap;

use crate::Planned;
use crate::diagnostic::{Diagnostic, Diagnostics};

use self::columns::Entry;
use self::contract::Asked;
use self::ddl::Column;

pub use self::columns::stored;

/// A text and its file's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Script {
    /// The file's name.
    pub name: String,
    /// The text.
    pub text: String,
}

/// Compares the tables that a script for `PostgreSQL` creates with the schemas.
///
/// The findings are `sql-unreadable`, `sql-unmapped` for columns and entries without the other, and `sql-parity`.
pub fn check(planned: &Planned, ddl: &Script, columns: &Script) -> Diagnostics {
    let mut findings = Diagnostics::new();
    let tables = match ddl::columns(ddl) {
        Ok(tables) => tables,
        Err(finding) => return (*finding).into(),
    };
    let entries = columns::entries(columns);
    let known: BTreeMap<&str, &Entry> = entries.iter().map(|entry| (entry.column.as_str(), entry)).collect();
    for column in &tables {
        match known.get(column.name.as_str()) {
            Some(entry) => {
                findings.extend(entry.members.iter().flat_map(|member| compare(planned, ddl, column, member)));
            }
            None => findings.push(unmapped(column, ddl, columns)),
        }
    }
    let is_there = |entry: &&Entry| tables.iter().any(|column| column.name == entry.column);
    findings.extend(entries.iter().filter(|entry| !is_there(entry)).map(|entry| stale(entry, columns)));
    findings
}

fn unmapped(column: &Column, ddl: &Script, columns: &Script) -> Diagnostic {
    let message = format!("no member of the contracts is declared for the column `{}`", column.name);
    let help = format!("say in {} what it holds", columns.name);
    Diagnostic::error("sql-unmapped", message).with_help(help).at_text(&ddl.name, &ddl.text, column.span.clone())
}

fn stale(entry: &Entry, columns: &Script) -> Diagnostic {
    let message = format!("there is no column `{}`", entry.column);
    let stale = Diagnostic::error("sql-unmapped", message).with_help("remove the line");
    stale.at_text(&columns.name, &columns.text, entry.span.clone())
}

fn compare(planned: &Planned, ddl: &Script, column: &Column, member: &str) -> Vec<Diagnostic> {
    let finding = |message: String, help: String| {
        let finding = Diagnostic::error("sql-parity", message).with_help(help);
        finding.at_text(&ddl.name, &ddl.text, column.span.clone())
    };
    let Some(asked) = Asked::of(planned, member) else {
        let message = format!("`{}` holds `{member}`, which the contracts do not have", column.name);
        return vec![finding(message, "name a type and its member, or `-` and why there is none".to_owned())];
    };
    let differences = [
        column.type_difference(&asked),
        column.null_difference(&asked),
        column.values_difference(&asked),
        column.pattern_difference(&asked),
        column.bounds_difference(&asked),
    ];
    let name = &column.name;
    let found = differences.into_iter().flatten();
    found.map(|(what, help)| finding(format!("`{name}` {what} than `{member}`"), help)).collect()
}
