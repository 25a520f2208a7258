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
use crate::sql::{Statement, is_word, statements};

use self::catalog::Catalog;

/// In what a live database and a script differ.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drift {
    /// What makes the database as the script says, in its order; nothing if it is.
    pub statements: Vec<String>,
    /// What there is on either side that is not compared, a kind in each line.
    pub unseen: Vec<String>,
}

/// Compares the schema of a live database with what a script would make of an empty one.
///
/// Tables with their columns, keys, checks, foreign keys, indexes and triggers, the views, types, sequences and
/// functions, and the comments on all of them are compared; what others than the owner may do with them is, if the script
/// grants or revokes anything. What is not, such as policies and partitioned tables, is said where there is any. The
/// schema is the first one of the connection's search path. Nothing is changed: what is created for the comparison is
/// rolled back.
///
/// # Errors
///
/// A database that cannot be reached or read, and a script that it refuses.
pub fn drift(url: &str, script: &Script) -> Result<Drift, Box<Diagnostic>> {
    let mut client = Client::connect(url, NoTls).map_err(|error| unreachable(&error))?;
    let mut transaction = client.transaction().map_err(|error| unreachable(&error))?;
    let Sides { live, wanted, mut unseen } = sides(&mut transaction, script)?;
    if grants(script) {
        return Ok(Drift { statements: plan::statements(&live, &wanted), unseen });
    }
    unseen.push(format!("privileges, of which `{}` says nothing", script.name));
    Ok(Drift { statements: plan::statements(&live.without_privileges(), &wanted.without_privileges()), unseen })
}

/// Whether a script says who may do what.
fn grants(script: &Script) -> bool {
    let words = ["GRANT", "REVOKE"];
    let is_about = |statement: &Statement| {
        statement.tokens.first().is_some_and(|first| words.iter().any(|word| is_word(first, word)))
    };
    statements(&script.text).unwrap_or_default().iter().any(is_about)
}

/// What is there, what the script makes, and what of both nobody looks at.
struct Sides {
    live: Catalog,
    wanted: Catalog,
    unseen: Vec<String>,
}

fn sides(transaction: &mut Transaction<'_>, script: &Script) -> Result<Sides, Box<Diagnostic>> {
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
    let unseen = catalog::unseen(transaction, &[&live.schema, &other])?;
    Ok(Sides { live: before, wanted, unseen })
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
