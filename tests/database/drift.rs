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

/// Views, types, sequences and privileges, of which the schema of the contracts has none either.
const ALL_SORTS: &str = r#"
    CREATE TYPE mood AS ENUM ('sad', 'ok', 'it''s "odd"');
    CREATE TYPE part AS (name text, mood mood);
    CREATE DOMAIN positive AS integer DEFAULT 1 CONSTRAINT above CHECK (VALUE > 0);
    CREATE SEQUENCE counter AS integer INCREMENT 2 START 7 CACHE 3;
    CREATE TABLE things (id serial PRIMARY KEY, mood mood NOT NULL DEFAULT 'ok', moods mood[], size positive, part part);
    CREATE VIEW calm AS SELECT id, mood FROM things WHERE mood <> 'sad';
    CREATE VIEW "a calm" WITH (security_barrier=true) AS SELECT id FROM calm WHERE id > 7;
    CREATE MATERIALIZED VIEW sizes AS SELECT size, count(*) AS n FROM things GROUP BY size;
    CREATE UNIQUE INDEX sizes_size ON sizes (size);
    CREATE FUNCTION calmed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END; $$;
    CREATE TRIGGER calming INSTEAD OF INSERT ON calm FOR EACH ROW EXECUTE FUNCTION calmed();
    CREATE PROCEDURE nothing() LANGUAGE sql AS $$ SELECT; $$;
    COMMENT ON VIEW calm IS 'Who is calm.';
    COMMENT ON TYPE mood IS 'A mood.';
    COMMENT ON DOMAIN positive IS 'Above zero.';
    COMMENT ON SEQUENCE counter IS 'Counts.';
    COMMENT ON MATERIALIZED VIEW sizes IS 'How many of each size.';
    GRANT SELECT, INSERT ON things TO drift_reader;
    GRANT SELECT ON calm, sizes TO drift_reader WITH GRANT OPTION;
    GRANT UPDATE (size) ON things TO drift_reader;
    GRANT USAGE ON SEQUENCE counter TO drift_reader;
    REVOKE EXECUTE ON FUNCTION calmed() FROM PUBLIC;"#;

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

/// The same for [`ALL_SORTS`].
const SORTS: &[(&str, &str)] = &[
    ("DROP VIEW \"a calm\"", "CREATE VIEW \"a calm\" WITH (security_barrier=true) AS"),
    ("DROP VIEW calm CASCADE", "CREATE TRIGGER calming INSTEAD OF INSERT ON calm"),
    ("CREATE VIEW odd AS SELECT 1 AS one", "DROP VIEW odd;"),
    ("CREATE OR REPLACE VIEW calm AS SELECT id, mood FROM things", "WHERE things.mood <> 'sad'::mood;"),
    ("ALTER VIEW \"a calm\" RESET (security_barrier)", "WITH (security_barrier=true)"),
    ("DROP MATERIALIZED VIEW sizes", "CREATE UNIQUE INDEX sizes_size ON sizes USING btree (size);"),
    ("DROP INDEX sizes_size", "CREATE UNIQUE INDEX sizes_size"),
    ("DROP TRIGGER calming ON calm", "CREATE TRIGGER calming INSTEAD OF INSERT ON calm"),
    ("ALTER TABLE things ADD extra text; CREATE VIEW odd AS SELECT extra FROM things", "DROP COLUMN extra;"),
    ("DROP TABLE things CASCADE", "ALTER SEQUENCE things_id_seq OWNED BY things.id;"),
    ("CREATE TYPE odd AS ENUM ('a')", "DROP TYPE odd;"),
    ("CREATE TYPE odd AS (a integer); CREATE TABLE more (odd odd)", "DROP TYPE odd;"),
    ("CREATE DOMAIN odd AS text", "DROP DOMAIN odd;"),
    ("ALTER TYPE mood ADD VALUE 'wild'", "CREATE TYPE mood AS ENUM ('sad', 'ok', 'it''s \"odd\"');"),
    ("ALTER TYPE mood RENAME VALUE 'sad' TO 'blue'", "USING moods::text[]::mood[];"),
    ("DROP TYPE mood CASCADE", "CREATE TYPE mood AS ENUM"),
    ("DROP DOMAIN positive CASCADE", "CREATE DOMAIN positive AS integer DEFAULT 1 CONSTRAINT above CHECK (VALUE > 0);"),
    ("ALTER DOMAIN positive DROP CONSTRAINT above", "ALTER TABLE things ALTER COLUMN size TYPE positive USING"),
    ("ALTER DOMAIN positive SET NOT NULL", "CREATE DOMAIN positive AS integer DEFAULT 1 CONSTRAINT above"),
    ("ALTER TYPE part ADD ATTRIBUTE more text", "CREATE TYPE part AS (name text, mood mood);"),
    ("ALTER SEQUENCE counter INCREMENT 1 CYCLE", "ALTER SEQUENCE counter AS integer INCREMENT 2 "),
    ("DROP SEQUENCE counter", "CREATE SEQUENCE counter AS integer INCREMENT 2 "),
    ("CREATE SEQUENCE odd", "DROP SEQUENCE IF EXISTS odd;"),
    ("CREATE TABLE odd (id serial)", "DROP SEQUENCE IF EXISTS odd_id_seq;"),
    ("ALTER SEQUENCE things_id_seq OWNED BY NONE", "ALTER SEQUENCE things_id_seq OWNED BY things.id;"),
    ("ALTER SEQUENCE counter OWNED BY things.size", "ALTER SEQUENCE counter OWNED BY NONE;"),
    ("ALTER TABLE things ALTER id DROP DEFAULT; DROP SEQUENCE things_id_seq", "CREATE SEQUENCE things_id_seq"),
    ("DROP PROCEDURE nothing", "CREATE OR REPLACE PROCEDURE nothing()"),
    ("CREATE PROCEDURE odd() LANGUAGE sql AS 'SELECT'", "DROP PROCEDURE odd();"),
    ("COMMENT ON VIEW calm IS NULL", "COMMENT ON VIEW calm IS 'Who is calm.';"),
    ("COMMENT ON TYPE mood IS 'odd'", "COMMENT ON TYPE mood IS 'A mood.';"),
    ("COMMENT ON DOMAIN positive IS 'odd'", "COMMENT ON DOMAIN positive IS 'Above zero.';"),
    ("COMMENT ON SEQUENCE counter IS 'odd'", "COMMENT ON SEQUENCE counter IS 'Counts.';"),
    ("COMMENT ON PROCEDURE nothing() IS 'odd'", "COMMENT ON PROCEDURE nothing() IS NULL;"),
    (
        "REVOKE INSERT ON things FROM drift_reader",
        "GRANT INSERT, SELECT, UPDATE (size) ON TABLE things TO drift_reader;",
    ),
    ("REVOKE UPDATE (size) ON things FROM drift_reader", "UPDATE (size) ON TABLE things TO drift_reader;"),
    ("GRANT DELETE ON things TO drift_reader", "REVOKE ALL ON TABLE things FROM drift_reader;"),
    ("GRANT SELECT ON things TO PUBLIC", "REVOKE ALL ON TABLE things FROM PUBLIC;"),
    ("REVOKE GRANT OPTION FOR SELECT ON calm FROM drift_reader", "ON TABLE calm TO drift_reader WITH GRANT OPTION;"),
    ("REVOKE ALL ON SEQUENCE counter FROM drift_reader", "GRANT USAGE ON SEQUENCE counter TO drift_reader;"),
    ("GRANT EXECUTE ON FUNCTION calmed() TO PUBLIC", "REVOKE ALL ON FUNCTION calmed() FROM PUBLIC;"),
    ("REVOKE EXECUTE ON PROCEDURE nothing() FROM PUBLIC", "GRANT EXECUTE ON PROCEDURE nothing() TO PUBLIC;"),
    ("REVOKE USAGE ON TYPE mood FROM PUBLIC", "GRANT USAGE ON TYPE mood TO PUBLIC;"),
];

fn script(text: String) -> Script {
    Script { name: "schema.sql".to_owned(), text }
}

fn statements(schema: &str, script: &Script) -> Result<Vec<String>, String> {
    drift(&server::url(schema)?, script).map(|drift| drift.statements).map_err(|finding| finding.to_string())
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
fn drift_of_views_types_sequences_and_privileges_is_found_and_mended() -> Result<(), String> {
    let role = "DO $$ BEGIN CREATE ROLE drift_reader; EXCEPTION WHEN duplicate_object THEN NULL; END $$";
    server::fresh("drift_sorts")?.batch_execute(role).map_err(|error| server::words(&error))?;
    mend("drift_sorts", ALL_SORTS.to_owned(), SORTS)
}

#[test]
fn labels_that_an_enum_lacks_are_added_where_they_belong() -> Result<(), String> {
    let mut client = server::fresh("drift_labels")?;
    let live = "CREATE TYPE mood AS ENUM ('b', 'd'); CREATE TABLE things (mood mood);";
    client.batch_execute(live).map_err(|error| server::words(&error))?;
    let wanted = "CREATE TYPE mood AS ENUM ('a', 'b', 'c', 'd', 'e'); CREATE TABLE things (mood mood);";
    let printed = statements("drift_labels", &script(wanted.to_owned()))?;
    let added = ["'a' BEFORE 'b'", "'c' AFTER 'b'", "'e' AFTER 'd'"];
    assert_eq!(printed, added.map(|label| format!("ALTER TYPE mood ADD VALUE {label};")));
    Ok(())
}

#[test]
fn what_is_not_compared_is_said() -> Result<(), String> {
    let mut client = server::fresh("drift_unseen")?;
    let live = "CREATE TABLE things (id integer); CREATE POLICY odd ON things; GRANT SELECT ON things TO PUBLIC;";
    client.batch_execute(live).map_err(|error| server::words(&error))?;
    let wanted =
        script("CREATE TABLE things (id integer); CREATE TABLE many (id integer) PARTITION BY LIST (id);".to_owned());
    let found = drift(&server::url("drift_unseen")?, &wanted).map_err(|finding| finding.to_string())?;
    assert_eq!(found.statements, Vec::<String>::new());
    let unseen = [
        "partitioned table many",
        "row security policy odd on things",
        "privileges, of which `schema.sql` says nothing",
    ];
    assert_eq!(found.unseen, unseen);
    Ok(())
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
