//! Whether the migrations beside a database schema, one after the other, make of an empty database what the schema says.
//!
//! Without a database this is decided by the names and texts of things: `model` follows the statements. What it cannot
//! follow is found, and `.ci/database/run` compares what `pg_dump` says after both.

mod model;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::parity::Script;

use self::model::Model;

/// Compares a database schema with its migrations, given in the order of their names.
///
/// The findings are `migration-order`, `migration-unreadable` and `migration-drift`.
pub fn check(schema: &Script, migrations: &[Script]) -> Diagnostics {
    let mut findings: Diagnostics = migrations.iter().zip(1..).filter_map(misnumbered).collect();
    let (wanted, unread) = Model::of(std::slice::from_ref(schema));
    if !unread.is_empty() {
        findings.extend(unread);
        return findings;
    }
    let (made, unread) = Model::of(migrations);
    findings.extend(unread);
    findings.extend(wanted.things.iter().filter_map(|(name, thing)| match made.things.get(name) {
        Some(other) if other.definition == thing.definition => None,
        Some(other) => Some(other.differs(name, migrations, schema)),
        None => Some(thing.is_missing(name, schema)),
    }));
    let is_extra = |name: &&String| !wanted.things.contains_key(*name);
    let extra = made.things.iter().filter(|(name, _)| is_extra(name));
    findings.extend(extra.map(|(name, thing)| thing.is_extra(name, migrations, schema)));
    findings
}

/// A file whose name does not begin with its number.
fn misnumbered((migration, number): (&Script, usize)) -> Option<Diagnostic> {
    let name = migration.name.rsplit(['/', '\\']).next().unwrap_or_default();
    let expected = format!("{number:04}_");
    let message = format!("the migration `{name}` is the {}", ordinal(number));
    let finding =
        || Diagnostic::error("migration-order", message).with_help(format!("its name begins with {expected}"));
    (!name.starts_with(&expected)).then(|| finding().at_text(&migration.name, &migration.text, 0..0))
}

fn ordinal(number: usize) -> String {
    let ending = match (number % 10, number % 100) {
        (1, teen) if teen != 11 => "st",
        (2, teen) if teen != 12 => "nd",
        (3, teen) if teen != 13 => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}
