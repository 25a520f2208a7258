//! Drift in a live database: each kind of it is found, and gone once what was printed has been run.

use codegen::drift::drift;
use codegen::parity::Script;

use super::{schema_file, server};

/// Tables with what the schema of the contracts has none of.
const MORE: &str = r#"
    BEGIN;
    CREATE TABLE owners (id integer PRIMARY KEY, name text COLLATE "C" UNIQUE);
    CREATE TABLE "Odd things" (
        "a b" integer GENERATED ALWAYS AS IDENTITY,
        owner integer NOT NULL REFERENCES owners ON DELETE CASCADE,
        size integer DEFAULT 1 CHECK (size > 0),
        area integer GENERATED ALWAYS AS (size * size) STORED UNIQUE
    );
    CREATE INDEX "odd sizes" ON "Odd things" (size) WHERE size > 1;
    COMMENT ON INDEX "odd sizes" IS 'it''s "odd"';
    COMMENT ON COLUMN "Odd things"."a b" IS 'é';
    CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql AS $$ SELECT 2 * n; $$;
    COMMIT;"#;

/// What somebody does to a database behind its script's back, with a part of what undoes it.
const CONTRACTS: &[(&str, &str)] = &[
    ("DROP TABLE mlt_plans", "CREATE TABLE mlt_plans (\n    id text NOT NULL,"),
    ("CREATE TABLE notes (id integer PRIMARY KEY)", "DROP TABLE notes;"),
    ("ALTER TABLE mlt_insights DROP target_ref", "ALTER TABLE mlt_insights ADD COLUMN target_ref text;"),
    ("ALTER TABLE mlt_insights ADD reviewer text", "ALTER TABLE mlt_insights DROP COLUMN reviewer;"),
    ("ALTER TABLE mlt_experiences ALTER gt_lag_s TYPE bigint", "ALTER COLUMN gt_lag_s TYPE integer USING"),
    ("ALTER TABLE mlt_plans ALTER status TYPE varchar(20)", "ALTER COLUMN status SET DEFAULT 'pending'::text;"),
    ("ALTER TABLE mlt_experiences ALTER gt_lag_s SET NOT NULL", "ALTER COLUMN gt_lag_s DROP NOT NULL;"),
    ("ALTER TABLE mlt_experiences ALTER source DROP NOT NULL", "ALTER COLUMN source SET NOT NULL;"),
    ("ALTER TABLE mlt_plans ALTER status DROP DEFAULT", "ALTER COLUMN status SET DEFAULT 'pending'::text;"),
    ("ALTER TABLE mlt_plans ALTER rationale SET DEFAULT ''", "ALTER COLUMN rationale DROP DEFAULT;"),
    ("ALTER TABLE mlt_plans ALTER status SET DEFAULT 'approved'", "ALTER COLUMN status SET DEFAULT 'pending'::text;"),
    ("ALTER TABLE mlt_insights DROP CONSTRAINT mlt_insights_pk", "ADD CONSTRAINT mlt_insights_pk PRIMARY KEY (id);"),
    ("ALTER TABLE mlt_insights ADD UNIQUE (ts)", "DROP CONSTRAINT mlt_insights_ts_key;"),
    (
        "ALTER TABLE mlt_insights DROP CONSTRAINT mlt_insights_confidence_range",
        "ADD CONSTRAINT mlt_insights_confidence_range CHECK (confidence >= 0::numeric AND confidence <= 1::numeric);",
    ),
    (
        "ALTER TABLE mlt_insights DROP CONSTRAINT mlt_insights_confidence_range,
            ADD CONSTRAINT mlt_insights_confidence_range CHECK (confidence BETWEEN 0 AND 100)",
        "DROP CONSTRAINT mlt_insights_confidence_range;",
    ),
    ("ALTER TABLE mlt_insights ADD CONSTRAINT odd CHECK (id <> '')", "ALTER TABLE mlt_insights DROP CONSTRAINT odd;"),
    ("DROP INDEX mlt_insights_ts_idx", "CREATE INDEX mlt_insights_ts_idx ON mlt_insights USING btree (ts);"),
    ("CREATE INDEX odd ON mlt_insights (scope)", "DROP INDEX odd;"),
    (
        "DROP INDEX mlt_plans_correlation_id_idx;
            CREATE INDEX mlt_plans_correlation_id_idx ON mlt_plans (correlation_id)",
        "WHERE correlation_id IS NOT NULL;",
    ),
    ("DROP TRIGGER mlt_plans_set_updated_at ON mlt_plans", "CREATE TRIGGER mlt_plans_set_updated_at BEFORE UPDATE"),
    (
        "CREATE TRIGGER odd AFTER INSERT ON mlt_plans EXECUTE FUNCTION mlt_set_updated_at()",
        "DROP TRIGGER odd ON mlt_plans;",
    ),
    (
        "CREATE OR REPLACE FUNCTION mlt_set_updated_at() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
        "NEW.updated_at := now();",
    ),
    ("DROP FUNCTION mlt_set_updated_at CASCADE", "CREATE OR REPLACE FUNCTION mlt_set_updated_at()"),
    ("CREATE FUNCTION odd() RETURNS integer LANGUAGE sql AS 'SELECT 1'", "DROP FUNCTION odd();"),
    ("COMMENT ON TABLE mlt_plans IS NULL", "COMMENT ON TABLE mlt_plans IS 'Adaptation plans"),
    ("COMMENT ON COLUMN mlt_plans.id IS 'odd'", "COMMENT ON COLUMN mlt_plans.id IS 'AdaptationPlan.plan_id (UID).';"),
    (
        "COMMENT ON CONSTRAINT mlt_plans_pk ON mlt_plans IS 'odd'",
        "COMMENT ON CONSTRAINT mlt_plans_pk ON mlt_plans IS NULL;",
    ),
    (
        "COMMENT ON TRIGGER mlt_plans_set_updated_at ON mlt_plans IS 'odd'",
        "COMMENT ON TRIGGER mlt_plans_set_updated_at ON mlt_plans IS NULL;",
    ),
    ("COMMENT ON FUNCTION mlt_set_updated_at() IS 'odd'", "COMMENT ON FUNCTION mlt_set_updated_at() IS 'Sets"),
];

/// The same for [`MORE`].
const OTHERS: &[(&str, &str)] = &[
    (r#"DROP TABLE "Odd things""#, r#"CREATE TABLE "Odd things" ("#),
    ("DROP TABLE owners CASCADE", "FOREIGN KEY (owner) REFERENCES owners(id) ON DELETE CASCADE;"),
    (
        r#"ALTER TABLE "Odd things" DROP CONSTRAINT "Odd things_owner_fkey""#,
        "FOREIGN KEY (owner) REFERENCES owners(id)",
    ),
    (
        r#"ALTER TABLE "Odd things" DROP CONSTRAINT "Odd things_owner_fkey", ADD FOREIGN KEY (owner) REFERENCES owners"#,
        "ON DELETE CASCADE;",
    ),
    (
        r#"ALTER TABLE "Odd things" ADD FOREIGN KEY (size) REFERENCES owners"#,
        r#"DROP CONSTRAINT "Odd things_size_fkey";"#,
    ),
    (
        r#"ALTER TABLE "Odd things" DROP CONSTRAINT "Odd things_owner_fkey"; ALTER TABLE owners DROP CONSTRAINT owners_pkey,
            ADD CONSTRAINT owners_pkey PRIMARY KEY (id, name), ADD CONSTRAINT other UNIQUE (id);
            ALTER TABLE "Odd things" ADD FOREIGN KEY (owner) REFERENCES owners (id) ON DELETE CASCADE"#,
        "ADD CONSTRAINT owners_pkey PRIMARY KEY (id);",
    ),
    (
        r#"ALTER TABLE "Odd things" ALTER "a b" DROP IDENTITY"#,
        r#"ADD COLUMN "a b" integer GENERATED ALWAYS AS IDENTITY"#,
    ),
    (
        r#"ALTER TABLE "Odd things" DROP area, ADD area integer GENERATED ALWAYS AS (size) STORED UNIQUE"#,
        "GENERATED ALWAYS AS (size * size) STORED",
    ),
    (r#"ALTER TABLE "Odd things" ALTER area DROP EXPRESSION"#, "GENERATED ALWAYS AS (size * size) STORED"),
    ("ALTER TABLE owners ALTER name TYPE text COLLATE \"POSIX\"", "TYPE text COLLATE \"C\" USING name::text"),
    (r#"COMMENT ON INDEX "odd sizes" IS NULL"#, r#"COMMENT ON INDEX "odd sizes" IS 'it''s "odd"';"#),
    (r#"COMMENT ON COLUMN "Odd things"."a b" IS 'e'"#, "IS 'é';"),
    ("DROP FUNCTION twice", "CREATE OR REPLACE FUNCTION twice(n integer)"),
];

fn script(text: String) -> Script {
    Script { name: "schema.sql".to_owned(), text }
}

fn statements(schema: &str, script: &Script) -> Result<Vec<String>, String> {
    drift(&server::url(schema)?, script).map_err(|finding| finding.to_string())
}

/// Makes each change in a database that is as its script says, and undoes it by what is printed.
fn mend(schema: &str, text: String, changes: &[(&str, &str)]) -> Result<(), String> {
    let script = script(text);
    for (change, expected) in changes {
        let mut client = server::fresh(schema)?;
        client.batch_execute(&script.text).map_err(|error| server::words(&error))?;
        assert_eq!(statements(schema, &script)?, Vec::<String>::new(), "a fresh database");
        client.batch_execute(change).map_err(|error| format!("{change}: {}", server::words(&error)))?;
        let printed = statements(schema, &script)?.join("\n");
        assert!(printed.contains(expected), "{change}\n{printed}");
        client.batch_execute(&printed).map_err(|error| format!("{change}\n{printed}\n{}", server::words(&error)))?;
        assert_eq!(statements(schema, &script)?, Vec::<String>::new(), "{change}\n{printed}");
    }
    Ok(())
}

#[test]
fn each_kind_of_drift_from_the_contracts_is_found_and_mended() -> Result<(), String> {
    mend("drift_contracts", schema_file("ml_database_schema.sql")?, CONTRACTS)
}

#[test]
fn drift_of_keys_and_computed_columns_is_found_and_mended() -> Result<(), String> {
    mend("drift_more", MORE.to_owned(), OTHERS)
}

#[test]
fn an_empty_database_lacks_everything_and_an_empty_script_is_refused() -> Result<(), String> {
    let everything = script(schema_file("ml_database_schema.sql")?);
    let mut client = server::fresh("drift_empty")?;
    let printed = statements("drift_empty", &everything)?.join("\n");
    client.batch_execute(&printed).map_err(|error| server::words(&error))?;
    assert_eq!(statements("drift_empty", &everything)?, Vec::<String>::new());
    for text in ["SELECT 1;", "CREATE TABLE IF NOT EXISTS drift_empty.mlt_plans (id text);"] {
        let refused = statements("drift_empty", &script(text.to_owned())).unwrap_err();
        assert!(refused.contains("[refused-script]"), "{text}: {refused}");
    }
    let refused = statements("drift_empty", &script("CREATE TABLE t (\n  id texd\n);".to_owned())).unwrap_err();
    assert!(refused.starts_with("schema.sql:2:6: error[refused-script]: ") && refused.contains("texd"), "{refused}");
    let n_left = client.query("SELECT FROM pg_namespace WHERE nspname LIKE 'codegen_drift%'", &[]);
    assert_eq!(n_left.map_err(|error| server::words(&error))?.len(), 0, "the comparison leaves nothing behind");
    Ok(())
}
