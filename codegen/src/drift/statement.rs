//! The statements that create, change and drop one object.

use super::object::{Identity, Kind, Object};

/// The word of caution that stands before what takes values with it.
const LOSS: &str = "-- This loses the values that are there.\n";

/// Drops an object.
pub(super) fn drop(identity: &Identity, object: &Object) -> String {
    let Identity { kind, table, name } = identity;
    let what = word(*kind, object);
    match kind {
        Kind::Table => format!("{LOSS}DROP TABLE {name};"),
        Kind::Column => format!("{LOSS}ALTER TABLE {table} DROP COLUMN {name};"),
        Kind::Key | Kind::Check | Kind::ForeignKey => format!("ALTER TABLE {table} DROP CONSTRAINT {name};"),
        Kind::Trigger => format!("DROP TRIGGER {name} ON {table};"),
        Kind::Ownership => format!("ALTER SEQUENCE {name} OWNED BY NONE;"),
        Kind::Privileges => format!("REVOKE ALL ON {table} FROM {name};"),
        // It may have gone with the column that it belonged to.
        Kind::Sequence => format!("{LOSS}DROP SEQUENCE IF EXISTS {name};"),
        Kind::Type | Kind::Function | Kind::View | Kind::MaterializedView | Kind::Index => {
            format!("DROP {what} {name};")
        }
    }
}

/// What SQL calls an object when it drops it or speaks of it.
fn word(kind: Kind, object: &Object) -> &'static str {
    match kind {
        Kind::Type if object.definition.starts_with("DOMAIN") => "DOMAIN",
        Kind::Type => "TYPE",
        Kind::Function if object.definition.starts_with("CREATE OR REPLACE PROCEDURE") => "PROCEDURE",
        Kind::Function => "FUNCTION",
        Kind::Sequence => "SEQUENCE",
        Kind::Table => "TABLE",
        Kind::View => "VIEW",
        Kind::MaterializedView => "MATERIALIZED VIEW",
        Kind::Index => "INDEX",
        Kind::Trigger => "TRIGGER",
        Kind::Column => "COLUMN",
        Kind::Key | Kind::Check | Kind::ForeignKey => "CONSTRAINT",
        Kind::Ownership | Kind::Privileges => "",
    }
}

/// Creates an object that is no table, or replaces a function.
pub(super) fn create(identity: &Identity, object: &Object) -> String {
    let Identity { kind, table, name } = identity;
    let definition = object.definition.trim_end().trim_end_matches(';');
    match kind {
        Kind::Type => create_type(object),
        Kind::Sequence => format!("CREATE SEQUENCE {name} {definition};"),
        Kind::Ownership => format!("ALTER SEQUENCE {name} OWNED BY {definition};"),
        Kind::Privileges => grant(identity, object),
        Kind::Column => format!("ALTER TABLE {table} ADD COLUMN {};", column(identity, object)),
        Kind::Key | Kind::Check | Kind::ForeignKey => {
            format!("ALTER TABLE {table} ADD CONSTRAINT {name} {definition};")
        }
        Kind::Function | Kind::Table | Kind::View | Kind::MaterializedView | Kind::Index | Kind::Trigger => {
            format!("{definition};")
        }
    }
}

/// Gives privileges, and those that may be given on once more.
fn grant(identity: &Identity, object: &Object) -> String {
    let Identity { table, name, .. } = identity;
    let given = format!("GRANT {} ON {table} TO {name};", object.definition);
    let on = object.default.as_ref().map(|on| format!("\nGRANT {on} ON {table} TO {name} WITH GRANT OPTION;"));
    given + &on.unwrap_or_default()
}

fn create_type(object: &Object) -> String {
    let labels = if object.labels.is_empty() { String::new() } else { format!(" ({})", object.labels.join(", ")) };
    format!("CREATE {}{labels};", object.definition)
}

/// Creates a table with its columns; constraints come behind.
pub(super) fn create_table(identity: &Identity, columns: &[(&Identity, &Object)]) -> String {
    let columns = columns.iter().map(|(identity, object)| format!("\n    {}", column(identity, object)));
    format!("CREATE TABLE {} ({}\n);", identity.name, columns.collect::<Vec<_>>().join(","))
}

fn column(identity: &Identity, object: &Object) -> String {
    let default = object.default.as_ref().map(|default| format!(" DEFAULT {default}")).unwrap_or_default();
    let null = if object.is_required { " NOT NULL" } else { "" };
    format!("{} {}{default}{null}", identity.name, object.definition)
}

/// Makes a column another one: a default must fit the type, so it goes before the type changes and comes after.
pub(super) fn alter_column(identity: &Identity, from: &Object, to: &Object) -> Vec<String> {
    let Identity { table, name, .. } = identity;
    let is_of_type = from.definition == to.definition;
    let changes = [
        (from.default.is_some() && (!is_of_type || to.default.is_none())).then(|| "DROP DEFAULT".to_owned()),
        (!is_of_type).then(|| format!("TYPE {0} USING {name}::{0}", to.definition)),
        to.default.as_ref().filter(|_| !is_of_type || from.default != to.default).map(|to| format!("SET DEFAULT {to}")),
        (from.is_required && !to.is_required).then(|| "DROP NOT NULL".to_owned()),
        (!from.is_required && to.is_required).then(|| "SET NOT NULL".to_owned()),
    ];
    changes.into_iter().flatten().map(|change| format!("ALTER TABLE {table} ALTER COLUMN {name} {change};")).collect()
}

/// Makes a sequence another one; it goes on where it is.
pub(super) fn alter_sequence(identity: &Identity, to: &Object) -> String {
    format!("ALTER SEQUENCE {} {};", identity.name, to.definition)
}

/// Adds the labels that an enum lacks, each behind its neighbour.
pub(super) fn add_labels(identity: &Identity, from: &Object, to: &Object) -> Vec<String> {
    let is_new = |label: &String| !from.labels.contains(label);
    let before = std::iter::once(None).chain(to.labels.iter().map(Some));
    let new = to.labels.iter().zip(before).filter(|(label, _)| is_new(label));
    let place = |before: Option<&String>| match (before, from.labels.first()) {
        (Some(before), _) => format!(" AFTER {before}"),
        (None, Some(first)) => format!(" BEFORE {first}"),
        (None, None) => String::new(),
    };
    new.map(|(label, before)| format!("ALTER TYPE {} ADD VALUE {label}{};", identity.name, place(before))).collect()
}

/// Puts a type in the place of another one of its name, which is called `aside` from then on, with the values that
/// columns of it have.
pub(super) fn replace_type(
    identity: &Identity,
    [from, to]: [&Object; 2],
    aside: &str,
    columns: &[(&Identity, &Object)],
) -> Vec<String> {
    let rename = format!("ALTER {} {} RENAME TO {aside};", word(Kind::Type, from), identity.name);
    let mut statements = vec![rename, create_type(to)];
    for (Identity { table, name, .. }, object) in columns {
        let mut alter = |change: String| statements.push(format!("ALTER TABLE {table} ALTER COLUMN {name} {change};"));
        let ty = &object.definition;
        let text = if ty.ends_with("[]") { "text[]" } else { "text" };
        object.default.iter().for_each(|_| alter("DROP DEFAULT".to_owned()));
        alter(format!("TYPE {ty} USING {name}::{text}::{ty}"));
        object.default.iter().for_each(|default| alter(format!("SET DEFAULT {default}")));
    }
    statements
}

/// Drops a type that has been replaced, by the name that it has now.
pub(super) fn drop_aside(from: &Object, aside: &str) -> String {
    format!("DROP {} {aside};", word(Kind::Type, from))
}

/// Sets the comment on an object, or takes it away.
pub(super) fn comment(identity: &Identity, object: &Object) -> String {
    let Identity { kind, table, name } = identity;
    let word = word(*kind, object);
    let place = match kind {
        Kind::Column => format!("COLUMN {table}.{name}"),
        Kind::Key | Kind::Check | Kind::ForeignKey | Kind::Trigger => format!("{word} {name} ON {table}"),
        _ => format!("{word} {name}"),
    };
    format!("COMMENT ON {place} IS {};", object.comment.as_deref().unwrap_or("NULL"))
}
