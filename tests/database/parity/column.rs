//! The columns of a live database that hold members, and a valid row of each table.

use codegen::parity::type_name;
use postgres::Client;

use super::super::server::words;
use super::candidate::Candidate;
use super::cell::Cell;
use super::member::{Member, Members};

/// A column.
pub(super) struct Column {
    /// Table and column.
    pub(super) name: String,
    pub(super) table: String,
    /// Its own name, quoted.
    pub(super) ident: String,
    /// Its type, by the shortest of its names.
    pub(super) data_type: String,
    /// The members that it holds; none for a column of the database's own.
    pub(super) members: Vec<Member>,
    /// A valid value.
    pub(super) usual: Cell,
}

/// Of a column of the database's own that must be given, the first text that its checks name is taken for valid.
const COLUMNS: &str = "
    SELECT relname::text, attname::text, quote_ident(attname), format_type(atttypid, atttypmod),
        CASE WHEN attnotnull AND NOT atthasdef THEN (
            SELECT (regexp_match(pg_get_constraintdef(oid), '''([^'']*)'''))[1]
            FROM pg_constraint WHERE conrelid = attrelid AND conkey = ARRAY[attnum] AND contype = 'c' LIMIT 1)
        END
    FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
    WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped
    ORDER BY relname, attnum";

/// The columns of all tables, with their members.
pub(super) fn all(client: &mut Client, mut members: Members) -> Result<Vec<Column>, String> {
    let rows = client.query(COLUMNS, &[]).map_err(|error| words(&error))?;
    let column = |row: &postgres::Row| {
        let [table, own, ident, ty]: [String; 4] = [0, 1, 2, 3].map(|place| row.get(place));
        let name = format!("{table}.{own}");
        let data_type = type_name(&ty).to_owned();
        let members = members.remove(&name).unwrap_or_default();
        let first = members.first().and_then(|member| member.values().next());
        let usual = match first {
            Some(value) => Candidate::of(Some(value)).cell(&data_type),
            None => row.get::<_, Option<String>>(4).map_or(Cell::Omitted, |text| Cell::Value(text.into_bytes())),
        };
        Column { name, table, ident, data_type, members, usual }
    };
    Ok(rows.iter().map(column).collect())
}
