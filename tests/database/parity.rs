//! Whether columns hold exactly what the members accept: every value that a type accepts goes in and comes back, and
//! none that it refuses is there afterwards, but for the gaps that are listed.

mod candidate;
mod cell;
mod column;
mod extreme;
mod gap;
mod member;

use std::collections::BTreeSet;

use codegen::parity::{Exception, Gap, Script, entries, exceptions};
use codegen::support::Json;
use postgres::Client;

use super::agreement::world::World;
use super::{schema_file, server};

use self::candidate::Candidate;
use self::cell::Holding;
use self::column::Column;
use self::member::Written;

/// What came of all values.
#[derive(Default)]
struct Outcome {
    n_values: usize,
    /// The exceptions that some value needed.
    needed: BTreeSet<usize>,
    /// Where the two differ.
    differences: Vec<String>,
}

/// A value of which the database and the contract think differently.
struct Difference<'a> {
    candidate: &'a Candidate,
    kind: Kind,
    words: String,
}

/// How they differ.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// The contract accepts the value, and the database has no room for it.
    Refused,
    /// The contract accepts the value, and the database gives back another one.
    Changed,
    /// The contract refuses the value, and the database takes it for another one, which the contract accepts.
    Mistaken,
    /// The contract refuses the value, and the database holds it.
    Held,
}

/// Tries those columns of a database, just set up and then changed, whose names begin so.
fn outcome(schema: &str, change: &str, start: &str) -> Result<Outcome, String> {
    let mut client = server::fresh(schema)?;
    let ddl = schema_file("ml_database_schema.sql")?;
    client.batch_execute(&ddl).and_then(|()| client.batch_execute(change)).map_err(|error| server::words(&error))?;
    let name = "ml_database_columns.txt";
    let script = Script { name: name.to_owned(), text: schema_file(name)? };
    let listed = exceptions(&script);
    let columns = column::all(&mut client, member::members(World::own()?, &entries(&script))?)?;
    let mut outcome = Outcome::default();
    let is_tried = |column: &&Column| column.name.starts_with(start) && !column.members.is_empty();
    for column in columns.iter().filter(is_tried) {
        outcome.try_column(&mut client, column, &columns, &listed)?;
    }
    Ok(outcome)
}

impl Outcome {
    fn try_column(
        &mut self,
        client: &mut Client,
        column: &Column,
        columns: &[Column],
        listed: &[Exception],
    ) -> Result<(), String> {
        let mut inserts = cell::Inserts::prepare(client, column, columns)?;
        for candidate in candidate::all(column)? {
            self.n_values += 1;
            if let Some(difference) = compare(&mut inserts, column, &candidate)? {
                self.settle(column, &difference, listed);
            }
        }
        Ok(())
    }

    /// A difference is either listed or found.
    fn settle(&mut self, column: &Column, difference: &Difference<'_>, listed: &[Exception]) {
        let explains = |gap: Gap| gap::explains(gap, column, difference);
        let is_about = |exception: &Exception| exception.is_about(&column.name, &column.data_type);
        let found = listed.iter().position(|exception| is_about(exception) && exception.gap.is_some_and(explains));
        match found {
            Some(index) => drop(self.needed.insert(index)),
            None => self.differences.push(format!("{}: {} {}", column.name, difference.candidate, difference.words)),
        }
    }
}

/// Puts a value into a column, by the text that the type writes if it accepts the value, and compares the verdicts.
fn compare<'c>(
    inserts: &mut cell::Inserts<'_>,
    column: &Column,
    candidate: &'c Candidate,
) -> Result<Option<Difference<'c>>, String> {
    let accepted = column.members.iter().find_map(|member| member.accepted(candidate));
    let sent = match &accepted {
        Some(Written(value)) => cell::canonical(&column.data_type, value.as_ref()),
        None => candidate.cell(&column.data_type),
    };
    let found = match (accepted, inserts.try_out(&sent)?) {
        (None, Holding::Refused(_)) => None,
        (Some(_), Holding::Refused(why)) => {
            Some((Kind::Refused, format!("is accepted by the contract, and refused by the database: {why}")))
        }
        (Some(Written(value)), Holding::Holds(held)) => {
            let is_same = cell::is_same(&column.data_type, value.as_ref(), held.as_ref());
            (!is_same).then(|| (Kind::Changed, format!("comes back as {}", shown(held.as_ref()))))
        }
        (None, Holding::Holds(held)) => mistaken(column, &sent, held.as_ref()),
    };
    Ok(found.map(|(kind, words)| Difference { candidate, kind, words }))
}

/// What the database made of a value that the contract refuses.
///
/// SQL has no types of JSON: the number 17 in a column of texts is "17", and was never anything else.
fn mistaken(column: &Column, sent: &cell::Cell, held: Option<&Json>) -> Option<(Kind, String)> {
    let shown = shown(held);
    let is_accepted = column.members.iter().any(|member| member.accepts(held));
    if !is_accepted {
        return Some((Kind::Held, format!("is refused by the contract, and the database holds {shown}")));
    }
    let is_same = sent.is_same_as(&cell::canonical(&column.data_type, held));
    (!is_same).then(|| (Kind::Mistaken, format!("is refused by the contract, and the database takes it for {shown}")))
}

fn shown(value: Option<&Json>) -> String {
    value.map_or("nothing".to_owned(), |value| candidate::shortened(&value.to_string()))
}

#[test]
fn columns_hold_exactly_what_the_contracts_accept_but_for_exceptions_that_are_needed() -> Result<(), String> {
    let outcome = outcome("parity", "", "")?;
    assert!(outcome.differences.is_empty(), "{}", outcome.differences.join("\n"));
    let name = "ml_database_columns.txt";
    let listed = exceptions(&Script { name: name.to_owned(), text: schema_file(name)? });
    let is_idle = |(index, _): &(usize, &Exception)| !outcome.needed.contains(index);
    let idle: Vec<String> = listed.iter().enumerate().filter(is_idle).map(|(_, line)| format!("{line:?}")).collect();
    assert!(idle.is_empty(), "no value needs {}", idle.join("\n"));
    println!("{} values, {} exceptions", outcome.n_values, listed.len());
    Ok(())
}

/// What is found after a change that no migration should make: each with its column and a value.
#[test]
fn a_check_that_is_gone_a_bound_that_moved_and_a_null_that_may_be_are_found() -> Result<(), String> {
    let changes = [
        (
            "ALTER TABLE mlt_insights DROP CONSTRAINT mlt_insights_confidence_range",
            "mlt_insights.confidence: -1 is refused by the contract, and the database holds -1",
        ),
        (
            "ALTER TABLE mlt_experiences DROP CONSTRAINT mlt_experiences_gt_lag_range, ADD CHECK (gt_lag_s >= -1)",
            "mlt_experiences.gt_lag_s: -1 is refused by the contract, and the database holds -1",
        ),
        (
            "ALTER TABLE mlt_specialist_reports ALTER specialist DROP NOT NULL",
            "mlt_specialist_reports.specialist: null is refused by the contract, and the database holds nothing",
        ),
        (
            "ALTER TABLE mlt_plans ADD CHECK (status <> 'applied')",
            "mlt_plans.status: \"applied\" is accepted by the contract, and refused by the database",
        ),
        (
            "ALTER TABLE mlt_insights ALTER confidence TYPE numeric(3, 2)",
            "mlt_insights.confidence: -0.001 is refused by the contract, and the database takes it for 0.0",
        ),
    ];
    for (change, expected) in changes {
        let column = expected.split(':').next().unwrap_or_default();
        let found = outcome("changed", change, column)?.differences;
        assert!(found.iter().any(|line| line.starts_with(expected)), "{change}: {found:#?}");
    }
    Ok(())
}
