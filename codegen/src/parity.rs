//! Whether the columns of a database accept what the contracts accept: types, nullability, enums, patterns and bounds.
//!
//! `columns` reads which member each column holds, `ddl` what the database asks of a column, `contract` what the
//! schemas ask of the member, `difference` compares the two, and `gap` knows where they cannot agree.

mod columns;
mod contract;
mod ddl;
mod difference;
mod gap;

use std::collections::{BTreeMap, BTreeSet};

use crate::Planned;
use crate::diagnostic::{Diagnostic, Diagnostics};

use self::contract::Asked;
use self::ddl::Column;

pub use self::columns::{Entry, Exception, entries, exceptions, stored};
pub use self::contract::Held;
pub use self::gap::{Gap, type_name};

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
/// The findings are `sql-unreadable`, `sql-unmapped` for columns and entries without the other, `sql-parity`, and
/// `sql-gap` for an exception that is none.
pub fn check(planned: &Planned, ddl: &Script, columns: &Script) -> Diagnostics {
    let mut findings = Diagnostics::new();
    let tables = match ddl::columns(ddl) {
        Ok(tables) => tables,
        Err(finding) => return (*finding).into(),
    };
    let entries = entries(columns);
    let exceptions = exceptions(columns);
    let known: BTreeMap<&str, &Entry> = entries.iter().map(|entry| (entry.column.as_str(), entry)).collect();
    for column in &tables {
        match known.get(column.name.as_str()) {
            Some(entry) => {
                let compare = |member: &String| compare(planned, ddl, column, member, &exceptions);
                findings.extend(entry.members.iter().flat_map(compare));
            }
            None => findings.push(unmapped(column, ddl, columns)),
        }
    }
    let is_there = |entry: &&Entry| tables.iter().any(|column| column.name == entry.column);
    findings.extend(entries.iter().filter(|entry| !is_there(entry)).map(|entry| stale(entry, columns)));
    let held: Vec<(&Column, Asked)> = tables.iter().flat_map(|column| held(planned, column, &known)).collect();
    findings.extend(exceptions.iter().filter_map(|exception| unreal(exception, &held, columns)));
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

/// The columns of documents of which the database holds nothing but their type, with what the contracts ask inside.
#[must_use]
pub fn unheld(planned: &Planned, ddl: &Script, columns: &Script) -> Vec<(String, BTreeSet<&'static str>)> {
    let entries = entries(columns);
    let known: BTreeMap<&str, &Entry> = entries.iter().map(|entry| (entry.column.as_str(), entry)).collect();
    let tables = ddl::columns(ddl).unwrap_or_default();
    let held = tables.iter().flat_map(|column| held(planned, column, &known));
    let open = held.filter(|(column, asked)| Gap::Inside.is_in(column, asked));
    let mut unheld: BTreeMap<String, BTreeSet<&'static str>> = BTreeMap::new();
    open.for_each(|(column, asked)| unheld.entry(column.name.clone()).or_default().extend(asked.inside));
    unheld.into_iter().collect()
}

/// A column with what is asked of each member that it holds.
fn held<'c>(planned: &Planned, column: &'c Column, known: &BTreeMap<&str, &Entry>) -> Vec<(&'c Column, Asked)> {
    let members = known.get(column.name.as_str()).map_or(&[][..], |entry| &entry.members);
    members.iter().filter_map(|member| Some((column, Asked::of(&planned.plan.graph, member)?))).collect()
}

/// What is wrong with an exception, if no column needs it.
fn unreal(exception: &Exception, held: &[(&Column, Asked)], columns: &Script) -> Option<Diagnostic> {
    let needs = |gap: Gap| {
        let is_about = |column: &Column| exception.is_about(&column.name, &column.data_type);
        held.iter().any(|(column, asked)| is_about(column) && gap.is_in(column, asked))
    };
    let message = match exception.gap {
        None => "nobody knows this gap".to_owned(),
        Some(gap) if !needs(gap) => format!("no column needs the exception `{}` of {}", gap.name(), exception.place),
        Some(_) if exception.reason.is_empty() => "the exception has no reason".to_owned(),
        Some(_) => return None,
    };
    let finding = Diagnostic::error("sql-gap", message).with_help("remove the line, or say which gap there is and why");
    Some(finding.at_text(&columns.name, &columns.text, exception.span.clone()))
}

fn compare(planned: &Planned, ddl: &Script, column: &Column, member: &str, listed: &[Exception]) -> Vec<Diagnostic> {
    let finding = |message: String, help: String| {
        let finding = Diagnostic::error("sql-parity", message).with_help(help);
        finding.at_text(&ddl.name, &ddl.text, column.span.clone())
    };
    let Some(asked) = Asked::of(&planned.plan.graph, member) else {
        let message = format!("`{}` holds `{member}`, which the contracts do not have", column.name);
        return vec![finding(message, "name a type and its member, or `-` and why there is none".to_owned())];
    };
    let differences = [
        column.type_difference(&asked),
        column.null_difference(&asked),
        column.values_difference(&asked),
        column.pattern_difference(&asked),
        column.bounds_difference(&asked),
        column.years_difference(&asked),
        column.range_difference(&asked, listed),
        column.inside_difference(&asked, listed),
    ];
    let name = &column.name;
    let found = differences.into_iter().flatten();
    found.map(|(what, help)| finding(format!("`{name}` {what} than `{member}`"), help)).collect()
}
