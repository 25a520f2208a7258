//! The database schema asks of each column what the contracts ask of the member that it holds, and where it does not,
//! that is found.

#![cfg(test)]
#![cfg(feature = "sql")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use codegen::parity::{Script, check, stored, unheld};
use codegen::{Diagnostics, Options, Planned};

fn schemas() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("schemas")
}

fn planned() -> Planned {
    codegen::plan(&[schemas()], &Options::default()).unwrap()
}

fn script(name: &str) -> Script {
    Script { name: name.to_owned(), text: fs::read_to_string(schemas().join(name)).unwrap() }
}

/// What is found after one replacement in the database schema.
fn found_after(from: &str, to: &str) -> Diagnostics {
    let mut ddl = script("ml_database_schema.sql");
    assert!(ddl.text.contains(from), "{from}");
    ddl.text = ddl.text.replacen(from, to, 1);
    check(&planned(), &ddl, &script("ml_database_columns.txt"))
}

#[test]
fn every_column_is_as_its_member() {
    let found = check(&planned(), &script("ml_database_schema.sql"), &script("ml_database_columns.txt"));
    assert!(found.is_empty(), "{found}");
}

#[test]
fn a_difference_of_each_kind_is_found() {
    let edits = [
        ("gt_lag_s     integer,", "gt_lag_s     integer NOT NULL,", "drop its NOT NULL"),
        ("id           text        NOT NULL,", "id           text,", "make it NOT NULL"),
        ("'governance', 'ops'))", "'governance'))", "check that it is one of governance, inference, ops, training"),
        ("{4,64}", "{4,63}", "check that it matches ^[a-z][a-z0-9_-]{4,64}$"),
        ("CHECK (gt_lag_s >= 0)", "CHECK (gt_lag_s >= 1)", "check that it is from 0 to any"),
        ("BETWEEN 0 AND 1", "BETWEEN 0 AND 100", "check that it is from 0 to 1"),
        ("confidence     numeric", "confidence     text   ", "make it numeric or double precision"),
        ("jsonb_typeof(context_json) = 'object'", "jsonb_typeof(context_json) = 'array'", "check its jsonb_typeof"),
        ("ts           timestamptz NOT NULL", "ts           timestamp   NOT NULL", "make it timestamptz"),
        ("AND ts < '10000-01-01T00:00:00Z'", "", "and < '10000-01-01T00:00:00Z'"),
    ];
    for (from, to, help) in edits {
        let found = found_after(from, to).to_string();
        assert!(found.contains("error[sql-parity]") && found.contains(help), "{to}: {found}");
    }
}

#[test]
fn columns_and_their_members_are_complete() {
    let found = found_after("    target_ref     text,\n", "    target_ref     text,\n    reviewer text,\n").to_string();
    assert!(found.contains("no member of the contracts is declared for the column `mlt_insights.reviewer`"), "{found}");
    let found = found_after("    target_ref     text,\n", "").to_string();
    assert!(found.contains("there is no column `mlt_insights.target_ref`"), "{found}");
    let found = found_after("CREATE TABLE IF NOT EXISTS mlt_plans (", "CREATE TABLE mlt_plans ((").to_string();
    assert!(found.contains("error[sql-unreadable]"), "{found}");
}

/// What is found after one replacement in the file of columns.
fn found_with_columns(from: &str, to: &str) -> String {
    let mut columns = script("ml_database_columns.txt");
    assert!(columns.text.contains(from), "{from}");
    columns.text = columns.text.replacen(from, to, 1);
    check(&planned(), &script("ml_database_schema.sql"), &columns).to_string()
}

#[test]
fn exceptions_are_needed_and_have_reasons() {
    let edits = [
        ("mlt_experiences.gt_lag_s  ! range ", "# ", "`mlt_experiences.gt_lag_s` has less room (integer)"),
        (
            "jsonb                     ! inside ",
            "# ",
            "`mlt_plans.plan_json` does not hold `properties`, `required`, and so accepts more than `AdaptationPlan`",
        ),
        ("mlt_plans.status          ! default", "mlt_plans.id ! default", "no column needs the exception `default`"),
        (
            "timestamptz               ! leap-second",
            "text ! leap-second",
            "no column needs the exception `leap-second` of text",
        ),
        ("timestamptz               ! fraction", "timestamptz ! fractions", "nobody knows this gap"),
        (
            "! fraction    = PostgreSQL counts microseconds, and rounds to them",
            "! fraction =",
            "the exception has no reason",
        ),
    ];
    for (from, to, expected) in edits {
        let found = found_with_columns(from, to);
        assert!(found.contains(expected), "{to}: {found}");
    }
}

#[test]
fn what_nothing_holds_inside_documents_is_said() {
    let open = unheld(&planned(), &script("ml_database_schema.sql"), &script("ml_database_columns.txt"));
    let of = |column: &str| open.iter().find(|(name, _)| name == column).map(|(_, keywords)| keywords.clone());
    assert_eq!(of("mlt_plans.plan_json"), Some(BTreeSet::from(["properties", "required"])));
    assert_eq!(of("mlt_insights.evidence_json"), None);
}

#[test]
fn tables_tell_what_they_store() {
    let stored = stored(&script("ml_database_columns.txt"));
    assert!(stored.contains(&("Insight".to_owned(), "mlt_insights".to_owned())), "{stored:?}");
}
