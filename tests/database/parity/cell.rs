//! A value in a column: what is sent, what comes back, and whether the two are the same.

use std::error::Error;

use codegen::support::{Integer, Json};
use postgres::types::private::BytesMut;
use postgres::types::{Format, IsNull, ToSql, Type, to_sql_checked};
use postgres::{Client, Statement};

use super::super::agreement::spelling;
use super::super::agreement::tree::Tree;
use super::super::server::words;
use super::column::Column;

/// What is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    /// The column is not named.
    Omitted,
    Null,
    /// The text of a value, which the type of the column reads.
    Value(Vec<u8>),
}

impl Cell {
    /// Whether the database can tell the two apart in a column without default.
    pub(super) fn is_same_as(&self, other: &Self) -> bool {
        let is_nothing = |cell: &Self| !matches!(cell, Self::Value(_));
        self == other || (is_nothing(self) && is_nothing(other))
    }
}

/// What came of it.
pub(super) enum Holding {
    /// The database refuses it, and why.
    Refused(String),
    /// The database holds a value, as JSON.
    Holds(Option<Json>),
}

/// A text that the server reads as whatever type is asked for.
#[derive(Debug)]
struct Raw(Option<Vec<u8>>);

impl ToSql for Raw {
    fn to_sql(&self, _: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        Ok(self.0.as_ref().map_or(IsNull::Yes, |text| {
            out.extend_from_slice(text);
            IsNull::No
        }))
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    fn encode_format(&self, _: &Type) -> Format {
        Format::Text
    }

    to_sql_checked!();
}

/// The statements that try a column of a row that is valid otherwise.
pub(super) struct Inserts<'c> {
    client: &'c mut Client,
    with: Statement,
    without: Statement,
    /// What stands in the other columns.
    rest: Vec<Raw>,
}

impl<'c> Inserts<'c> {
    pub(super) fn prepare(client: &'c mut Client, column: &Column, columns: &[Column]) -> Result<Self, String> {
        let others: Vec<&Column> = columns
            .iter()
            .filter(|other| other.table == column.table && other.name != column.name && other.usual != Cell::Omitted)
            .collect();
        let mut names: Vec<&str> = others.iter().map(|other| other.ident.as_str()).collect();
        let without = insert(column, &names);
        names.push(&column.ident);
        let with = insert(column, &names);
        let mut prepare = |text: String| client.prepare(&text).map_err(|error| words(&error));
        let (with, without) = (prepare(with)?, prepare(without)?);
        Ok(Self { with, without, client, rest: others.iter().map(|other| Raw::of(&other.usual)).collect() })
    }

    /// Inserts a row, reads the column back, and takes the row away again.
    pub(super) fn try_out(&mut self, cell: &Cell) -> Result<Holding, String> {
        let raw = Raw::of(cell);
        let mut values: Vec<&(dyn ToSql + Sync)> = self.rest.iter().map(|raw| raw as _).collect();
        let statement = if *cell == Cell::Omitted { &self.without } else { &self.with };
        if *cell != Cell::Omitted {
            values.push(&raw);
        }
        let mut transaction = self.client.transaction().map_err(|error| words(&error))?;
        let inserted = transaction.query_one(statement, &values).map(|row| row.get::<_, Option<String>>(0));
        transaction.rollback().map_err(|error| words(&error))?;
        match inserted {
            Ok(text) => Ok(Holding::Holds(text.map(|text| text.parse().map_err(|_| text)).transpose()?)),
            Err(error) if is_refusal(&error) => Ok(Holding::Refused(words(&error))),
            Err(error) => Err(words(&error)),
        }
    }
}

fn insert(column: &Column, names: &[&str]) -> String {
    let places: Vec<String> = (1..=names.len()).map(|place| format!("${place}")).collect();
    let (names, places) = (names.join(", "), places.join(", "));
    format!("INSERT INTO {} ({names}) VALUES ({places}) RETURNING to_jsonb({})::text", column.table, column.ident)
}

/// Data exceptions, violated constraints and exceeded limits; everything else is a mistake of the test.
fn is_refusal(error: &postgres::Error) -> bool {
    error.code().is_some_and(|code| ["22", "23", "54"].iter().any(|class| code.code().starts_with(class)))
}

impl Raw {
    fn of(cell: &Cell) -> Self {
        Self(if let Cell::Value(text) = cell { Some(text.clone()) } else { None })
    }
}

/// What is sent for a value that the contract accepts.
pub(super) fn canonical(data_type: &str, value: Option<&Json>) -> Cell {
    match (value, data_type) {
        (None, _) => Cell::Omitted,
        (Some(value), "jsonb") => Cell::Value(spelling::plain(&Tree::from(value)).into_bytes()),
        (Some(Json::Null), _) => Cell::Null,
        (Some(Json::String(text)), _) => Cell::Value(text.clone().into_bytes()),
        (Some(Json::Number(number)), "integer" | "bigint") => {
            let integer = Integer::parse(&number.to_string());
            Cell::Value(integer.map_or_else(|| number.to_string(), |integer| integer.to_string()).into_bytes())
        }
        (Some(value), _) => Cell::Value(spelling::plain(&Tree::from(value)).into_bytes()),
    }
}

/// Whether a value came back as it was; a column tells NULL from nothing as little as JSON does absent from `null`
/// where the contract accepts both.
pub(super) fn is_same(data_type: &str, sent: Option<&Json>, held: Option<&Json>) -> bool {
    match (sent, held) {
        (None | Some(Json::Null), None) => true,
        (Some(Json::String(sent)), Some(Json::String(held))) if data_type == "timestamptz" => {
            instant(sent) == instant(held)
        }
        (sent, held) => sent == held,
    }
}

/// An RFC 3339 time in UTC without what is written in several ways.
fn instant(text: &str) -> String {
    let text = text.to_uppercase();
    let local = text.trim_end_matches('Z').trim_end_matches("+00:00");
    if local.contains('.') { local.trim_end_matches('0').trim_end_matches('.').to_owned() } else { local.to_owned() }
}
