//! The schema in which a script runs for the comparison, and which nobody ever sees.

use postgres::Transaction;

use crate::diagnostic::Diagnostic;
use crate::parity::Script;
use crate::sql::statements;

use super::{unreachable, words};

/// Where the connection creates and finds things.
pub(super) struct Place {
    /// The quoted name of the schema in which unqualified names are created.
    pub(super) schema: String,
    /// The whole search path.
    path: String,
}

/// Where the connection creates and finds things.
pub(super) fn current(transaction: &mut Transaction<'_>) -> Result<Place, Box<Diagnostic>> {
    let row = transaction.query_one("SELECT quote_ident(current_schema()), current_setting('search_path')", &[]);
    let row = row.map_err(|error| unreachable(&error))?;
    let schema: Option<String> = row.get(0);
    let schema = schema.ok_or_else(|| {
        let message = "the search path of the connection names no schema that is there";
        Box::new(Diagnostic::error("unreachable-database", message).with_help("add ?options=-csearch_path%3DNAME"))
    })?;
    Ok(Place { schema, path: row.get(1) })
}

/// Runs a script in a new schema, whose name this is, as it would run in an empty one.
pub(super) fn run(transaction: &mut Transaction<'_>, live: &Place, script: &Script) -> Result<String, Box<Diagnostic>> {
    let row = transaction.query_one("SELECT format('codegen_drift_%s', pg_backend_pid())", &[]);
    let schema: String = row.map_err(|error| unreachable(&error))?.get(0);
    transaction.batch_execute(&format!("CREATE SCHEMA {schema}")).map_err(|error| {
        let message = format!("there is no room for the comparison: {}", words(&error));
        let help = "connect as somebody who may create a schema; it is rolled back in the end";
        Box::new(Diagnostic::error("unreachable-database", message).with_help(help))
    })?;
    // What the script uses of the schema beside, such as the types of an extension, is found there.
    let path = format!("SET LOCAL search_path = {schema}, {}; SET LOCAL client_min_messages = warning", live.path);
    let text = without_transactions(&script.text);
    transaction.batch_execute(&path).map_err(|error| unreachable(&error))?;
    transaction.batch_execute(&text).map_err(|error| Box::new(refused(script, &text, &error)))?;
    Ok(schema)
}

/// The script with blanks for the statements that begin and end transactions: it is part of one already.
fn without_transactions(text: &str) -> String {
    let mut kept = text.to_owned();
    for statement in statements(text).unwrap_or_default() {
        if statement.is_of_transactions() {
            let blank = " ".repeat(statement.span.len());
            kept.replace_range(statement.span, &blank);
        }
    }
    kept
}

/// What the server has against the script, and where.
fn refused(script: &Script, text: &str, error: &postgres::Error) -> Diagnostic {
    let finding = Diagnostic::error("refused-script", format!("the database refuses the script: {}", words(error)));
    let place = error.as_db_error().and_then(|error| match error.position() {
        Some(postgres::error::ErrorPosition::Original(position)) => usize::try_from(*position).ok(),
        _ => None,
    });
    let characters = place.unwrap_or(1).saturating_sub(1);
    let offset = text.chars().take(characters).map(char::len_utf8).sum();
    finding.at_text(&script.name, &script.text, offset..offset)
}
