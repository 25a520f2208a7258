//! What a live `PostgreSQL` lacks of the script that describes it, as the SQL that makes it so.
//!
//! The script is not parsed but run: in a schema of its own, within a transaction that is rolled back, so that both
//! sides are read from the same catalog of the same server, in whose words equal things are equal. `catalog` reads a
//! side, `scratch` makes the other one, `plan` says what to drop, to change and to create, `statement` how.

mod catalog;
mod object;
mod plan;
mod scratch;
mod statement;

use postgres::{Client, NoTls, Transaction};

use crate::diagnostic::Diagnostic;
use crate::parity::Script;

use self::catalog::Catalog;

/// The statements that make the schema of a live database what a script would make of an empty one, in their order;
/// none if it is.
///
/// Tables with their columns, keys, checks, foreign keys, indexes, triggers, the functions, and the comments on all of
/// them are compared; views, types, sequences, partitions and privileges are not. The schema is the first one of the
/// connection's search path. Nothing is changed: what is created for the comparison is rolled back.
///
/// # Errors
///
/// A database that cannot be reached or read, and a script that it refuses.
pub fn drift(url: &str, script: &Script) -> Result<Vec<String>, Box<Diagnostic>> {
    let mut client = Client::connect(url, NoTls).map_err(|error| unreachable(&error))?;
    let mut transaction = client.transaction().map_err(|error| unreachable(&error))?;
    let (live, wanted) = sides(&mut transaction, script)?;
    Ok(plan::statements(&live, &wanted))
}

/// What is there, and what the script makes.
fn sides(transaction: &mut Transaction<'_>, script: &Script) -> Result<(Catalog, Catalog), Box<Diagnostic>> {
    let live = scratch::current(transaction)?;
    let before = Catalog::read(transaction, &live.schema)?;
    let other = scratch::run(transaction, &live, script)?;
    let wanted = Catalog::read(transaction, &other)?;
    let after = Catalog::read(transaction, &live.schema)?;
    if before != after || wanted.is_empty() {
        let message = format!("`{}` says in which schema its tables are, so it cannot run beside them", script.name);
        let help = "leave out the names of schemas: the search path of whoever runs the script says which";
        return Err(Box::new(Diagnostic::error("refused-script", message).with_help(help)));
    }
    Ok((before, wanted))
}

fn unreachable(error: &postgres::Error) -> Box<Diagnostic> {
    let message = format!("the database cannot be reached: {}", words(error));
    let help = "a URL is such as postgres://user@host/database, or host=/run/postgresql dbname=database";
    Box::new(Diagnostic::error("unreachable-database", message).with_help(help))
}

/// What the server says of an error, or the reason why it does not answer.
fn words(error: &postgres::Error) -> String {
    if let Some(said) = error.as_db_error() {
        return said.message().to_owned();
    }
    let reason = std::error::Error::source(error);
    reason.map_or_else(|| error.to_string(), ToString::to_string)
}
