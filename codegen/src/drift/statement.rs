//! The statements that create, change and drop one object.

use super::object::{Identity, Kind, Object};

/// The word of caution that stands before what takes values with it.
const LOSS: &str = "-- This loses the values that are there.\n";

/// Drops an object.
pub(super) fn drop(identity: &Identity) -> String {
    let Identity { kind, table, name } = identity;
    match kind {
        Kind::Function => format!("DROP FUNCTION {name};"),
        Kind::Table => format!("{LOSS}DROP TABLE {name};"),
        Kind::Column => format!("{LOSS}ALTER TABLE {table} DROP COLUMN {name};"),
        Kind::Key | Kind::Check | Kind::ForeignKey => format!("ALTER TABLE {table} DROP CONSTRAINT {name};"),
        Kind::Index => format!("DROP INDEX {name};"),
        Kind::Trigger => format!("DROP TRIGGER {name} ON {table};"),
    }
}

/// Creates an object that is no table, or replaces a function.
pub(super) fn create(identity: &Identity, object: &Object) -> String {
    let Identity { kind, table, name } = identity;
    let definition = object.definition.trim_end();
    match kind {
        Kind::Column => format!("ALTER TABLE {table} ADD COLUMN {};", column(identity, object)),
        Kind::Key | Kind::Check | Kind::ForeignKey => {
            format!("ALTER TABLE {table} ADD CONSTRAINT {name} {definition};")
        }
        Kind::Function | Kind::Table | Kind::Index | Kind::Trigger => format!("{definition};"),
    }
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

/// Sets the comment on an object, or takes it away.
pub(super) fn comment(identity: &Identity, object: &Object) -> String {
    let Identity { kind, table, name } = identity;
    let place = match kind {
        Kind::Function => format!("FUNCTION {name}"),
        Kind::Table => format!("TABLE {name}"),
        Kind::Column => format!("COLUMN {table}.{name}"),
        Kind::Key | Kind::Check | Kind::ForeignKey => format!("CONSTRAINT {name} ON {table}"),
        Kind::Index => format!("INDEX {name}"),
        Kind::Trigger => format!("TRIGGER {name} ON {table}"),
    };
    format!("COMMENT ON {place} IS {};", object.comment.as_deref().unwrap_or("NULL"))
}
