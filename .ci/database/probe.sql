-- A CHECK that never fires protects nothing. One good row per table must go in; then every CHECK must refuse
-- the one update that breaks it, by its own name; and no CHECK may be without such a probe.

INSERT INTO mlt_experiences (id, source, task, context_json, signals_json)
    VALUES ('e_inference_0001', 'inference', 'classification', '{}', '{}');
INSERT INTO mlt_insights (id, type, scope, evidence_json, confidence)
    VALUES ('i_drift_0007', 'drift', 'model', '{}', 1);
INSERT INTO mlt_plans (id, plan_json, expected_effect, risk_controls)
    VALUES ('e_plan_0007', '{}', '{}', '{}');
INSERT INTO mlt_snapshots (id, type, payload_json, hash)
    VALUES ('m_snap_01', 'mlt', '{}', 'sha256:' || repeat('0', 64));
INSERT INTO mlt_specialist_reports (id, specialist, task, candidates_json, version)
    VALUES ('r_tabular_0042', 'Tabular-Classification', 'classification', '[]', '1.2.0');

CREATE TEMPORARY TABLE probe (name text, assignment text);
INSERT INTO probe VALUES
    ('mlt_experiences_id_uid',              $$ id = 'e_01' $$),
    ('mlt_experiences_source_enum',         $$ source = 'batch' $$),
    ('mlt_experiences_task_enum',           $$ task = 'Classification' $$),
    ('mlt_experiences_context_type',        $$ context_json = 'null' $$),
    ('mlt_experiences_signals_type',        $$ signals_json = '[]' $$),
    ('mlt_experiences_gt_lag_range',        $$ gt_lag_s = -1 $$),
    ('mlt_experiences_ts_years',            $$ ts = 'infinity' $$),
    ('mlt_insights_id_uid',                 $$ id = 'i_' || repeat('7', 64) $$),
    ('mlt_insights_type_enum',              $$ type = 'latency' $$),
    ('mlt_insights_scope_enum',             $$ scope = 'planet' $$),
    ('mlt_insights_evidence_type',          $$ evidence_json = '"none"' $$),
    ('mlt_insights_confidence_range',       $$ confidence = 1.01 $$),
    ('mlt_insights_recommendation_enum',    $$ recommendation = 'rollback' $$),
    ('mlt_insights_ts_years',               $$ ts = '10000-01-01T00:00:00Z' $$),
    ('mlt_plans_id_uid',                    $$ id = 'E_PLAN_0007' $$),
    ('mlt_plans_plan_type',                 $$ plan_json = '[]' $$),
    ('mlt_plans_expected_effect_type',      $$ expected_effect = '[]' $$),
    ('mlt_plans_risk_controls_type',        $$ risk_controls = '[]' $$),
    ('mlt_plans_status_enum',               $$ status = 'PENDING' $$),
    ('mlt_plans_correlation_id_uid',        $$ correlation_id = '' $$),
    ('mlt_snapshots_id_uid',                $$ id = '0_snap' $$),
    ('mlt_snapshots_type_enum',             $$ type = 'model' $$),
    ('mlt_snapshots_payload_type',          $$ payload_json = '0' $$),
    ('mlt_snapshots_hash_sha256',           $$ hash = 'sha256:' || repeat('0', 66) $$),
    ('mlt_specialist_reports_id_uid',       $$ id = 'r.tabular.0042' $$),
    ('mlt_specialist_reports_task_enum',    $$ task = 'ranking' $$),
    ('mlt_specialist_reports_candidates_type', $$ candidates_json = '{}' $$),
    ('mlt_specialist_reports_ts_years',     $$ ts = '0001-12-31T23:59:59Z BC' $$),
    ('mlt_specialist_reports_version_semver', $$ version = 'v1.2.0' $$);

DO $$
DECLARE
    rule  record;
    fired text;
BEGIN
    FOR rule IN
        SELECT coalesce(conname, name) AS name, conrelid::regclass AS rows, assignment
        FROM (SELECT * FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace) AS checks
        FULL JOIN probe ON conname = name
    LOOP
        IF rule.rows IS NULL OR rule.assignment IS NULL THEN
            RAISE EXCEPTION 'the CHECK % and its probe do not come in a pair', rule.name;
        END IF;
        fired := NULL;
        BEGIN
            EXECUTE format('UPDATE %s SET %s', rule.rows, rule.assignment);
        EXCEPTION WHEN check_violation THEN
            GET STACKED DIAGNOSTICS fired = CONSTRAINT_NAME;
        END;
        IF fired IS DISTINCT FROM rule.name THEN
            RAISE EXCEPTION '% did not refuse%', rule.name, rule.assignment;
        END IF;
    END LOOP;

    UPDATE mlt_plans SET status = 'approved';
    IF EXISTS (SELECT FROM mlt_plans WHERE updated_at <= created_at) THEN
        RAISE EXCEPTION 'the trigger did not set updated_at';
    END IF;
END;
$$;
