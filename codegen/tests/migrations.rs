//! The migrations of the repository make its database schema, and each way to miss that is found at its place.

#![cfg(test)]
#![cfg(feature = "sql")]

use std::fs;
use std::path::{Path, PathBuf};

use codegen::migrations::check;
use codegen::parity::Script;

fn schemas() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("schemas")
}

fn script(name: &str) -> Script {
    Script { name: name.to_owned(), text: fs::read_to_string(schemas().join(name)).unwrap() }
}

fn schema() -> Script {
    script("ml_database_schema.sql")
}

fn migrations() -> Vec<Script> {
    let files = fs::read_dir(schemas().join("migrations")).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<String> = files.map(|name| format!("migrations/{}", name.to_string_lossy())).collect();
    names.sort();
    names.iter().map(|name| script(name)).collect()
}

/// What is found when one more migration is there.
fn found_with(name: &str, text: &str) -> String {
    let mut all = migrations();
    let number = all.len() + 1;
    all.push(Script { name: format!("migrations/{number:04}_{name}.sql"), text: text.to_owned() });
    check(&schema(), &all).to_string()
}

#[test]
fn the_migrations_make_the_schema() {
    let found = check(&schema(), &migrations());
    assert!(found.is_empty(), "{found}");
}

#[test]
fn what_a_migration_changes_must_be_in_the_schema() {
    let changes = [
        ("ALTER TABLE mlt_plans ADD COLUMN reviewer text;", "the column mlt_plans.reviewer, of which"),
        ("ALTER TABLE mlt_plans DROP COLUMN rationale;", "no migration makes the column mlt_plans.rationale"),
        ("ALTER TABLE mlt_plans ALTER COLUMN status DROP NOT NULL;", "make another column mlt_plans.status"),
        ("ALTER TABLE mlt_plans ALTER COLUMN rationale SET NOT NULL;", "make another column mlt_plans.rationale"),
        ("ALTER TABLE mlt_plans ALTER COLUMN status DROP DEFAULT;", "make another column mlt_plans.status"),
        ("ALTER TABLE mlt_plans ALTER COLUMN status SET DEFAULT 'applied';", "make another column mlt_plans.status"),
        ("ALTER TABLE mlt_plans ALTER COLUMN status TYPE varchar(9);", "make another column mlt_plans.status"),
        (
            "ALTER TABLE mlt_plans DROP CONSTRAINT mlt_plans_pk;",
            "no migration makes the constraint mlt_plans.mlt_plans_pk",
        ),
        ("ALTER TABLE mlt_plans ADD CONSTRAINT odd CHECK (id <> '');", "the constraint mlt_plans.odd, of which"),
        ("DROP INDEX mlt_plans_status_idx;", "no migration makes the index mlt_plans_status_idx"),
        ("CREATE INDEX odd ON mlt_plans (id);", "the index odd, of which"),
        ("DROP TABLE mlt_plans;", "no migration makes the column mlt_plans.id"),
        ("CREATE TABLE odd (id text);", "the table odd, of which"),
        (
            "DROP TRIGGER mlt_plans_set_updated_at ON mlt_plans;",
            "no migration makes the trigger mlt_plans_set_updated_at",
        ),
        ("CREATE FUNCTION odd() RETURNS int LANGUAGE sql AS $$ SELECT 1; $$;", "the function odd, of which"),
        ("COMMENT ON TABLE mlt_plans IS 'odd';", "make another comment on table mlt_plans"),
        ("COMMENT ON TABLE mlt_plans IS NULL;", "no migration makes the comment on table mlt_plans"),
        ("ALTER TABLE mlt_plans RENAME COLUMN id TO plan_id;", "[migration-unreadable]: this cannot be followed"),
        ("ALTER TABLE mlt_plans ALTER COLUMN odd SET NOT NULL;", "there is no column mlt_plans.odd"),
        ("GRANT ALL ON mlt_plans TO public;", "nobody knows what this statement makes"),
        ("CREATE TABLE odd ((id text);", "[migration-unreadable]: this cannot be followed: sql parser error"),
        ("COMMENT ON TABLE mlt_plans IS 'odd;", "[migration-unreadable]"),
    ];
    for (change, expected) in changes {
        let found = found_with("odd", change);
        assert!(found.contains(expected), "{change}: {found}");
    }
}

#[test]
fn rows_and_things_that_come_and_go_are_no_drift() {
    let changes = [
        "BEGIN; UPDATE mlt_plans SET status = 'pending' WHERE status = 'applied'; COMMIT;",
        "CREATE TABLE odd (id text, CONSTRAINT odd_pk PRIMARY KEY (id)); COMMENT ON TABLE odd IS 'odd'; DROP TABLE odd;",
        "ALTER TABLE mlt_plans ALTER COLUMN rationale SET NOT NULL, ALTER COLUMN rationale DROP NOT NULL;",
    ];
    for change in changes {
        assert_eq!(found_with("odd", change), "", "{change}");
    }
}

#[test]
fn migrations_are_numbered_without_a_gap() {
    let mut all = migrations();
    all.remove(0);
    let found = check(&schema(), &all).to_string();
    assert!(found.contains("is the 1st\n  help: its name begins with 0001_"), "{found}");
}
