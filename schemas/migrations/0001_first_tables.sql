-- The first tables: experiences, insights, plans, snapshots and specialist reports.

BEGIN;

-- Experiences: what services observed.

CREATE TABLE mlt_experiences (
    id           text        NOT NULL,
    source       text        NOT NULL,
    task         text        NOT NULL,
    context_json jsonb       NOT NULL,
    signals_json jsonb       NOT NULL,
    gt_lag_s     integer,
    ts           timestamptz NOT NULL DEFAULT now(),
    created_at   timestamptz NOT NULL DEFAULT now(),

    CONSTRAINT mlt_experiences_pk           PRIMARY KEY (id),
    CONSTRAINT mlt_experiences_id_uid       CHECK (id ~ '^[a-z][a-z0-9_-]{4,64}$'),
    CONSTRAINT mlt_experiences_source_enum  CHECK (source IN ('training', 'inference', 'governance', 'ops')),
    CONSTRAINT mlt_experiences_task_enum    CHECK (task IN ('classification', 'regression', 'clustering', 'dimred', 'rl')),
    CONSTRAINT mlt_experiences_context_type CHECK (jsonb_typeof(context_json) = 'object'),
    CONSTRAINT mlt_experiences_signals_type CHECK (jsonb_typeof(signals_json) = 'object'),
    CONSTRAINT mlt_experiences_gt_lag_range CHECK (gt_lag_s >= 0)
);

CREATE INDEX mlt_experiences_source_task_idx ON mlt_experiences (source, task);
CREATE INDEX mlt_experiences_ts_idx          ON mlt_experiences (ts);

COMMENT ON TABLE  mlt_experiences              IS 'Experiences that the kernel ingested; one row for each Experience.';
COMMENT ON COLUMN mlt_experiences.id           IS 'Experience.experience_id (UID).';
COMMENT ON COLUMN mlt_experiences.source       IS 'Experience.source: the activity in which the experience was gathered.';
COMMENT ON COLUMN mlt_experiences.task         IS 'Experience.task: the task of the model that was observed.';
COMMENT ON COLUMN mlt_experiences.context_json IS 'Experience.context, unknown members included.';
COMMENT ON COLUMN mlt_experiences.signals_json IS 'Experience.signals, unknown members included. May be sensitive.';
COMMENT ON COLUMN mlt_experiences.gt_lag_s     IS 'Experience.ground_truth_lag_s in seconds; NULL while the ground truth is unknown.';
COMMENT ON COLUMN mlt_experiences.ts           IS 'Experience.timestamp: when the observation window closed.';
COMMENT ON COLUMN mlt_experiences.created_at   IS 'When the row was written.';

-- Insights: what the kernel found.

CREATE TABLE mlt_insights (
    id             text        NOT NULL,
    type           text        NOT NULL,
    scope          text        NOT NULL,
    target_ref     text,
    evidence_json  jsonb       NOT NULL,
    confidence     numeric     NOT NULL,
    recommendation text,
    ts             timestamptz NOT NULL DEFAULT now(),
    created_at     timestamptz NOT NULL DEFAULT now(),

    CONSTRAINT mlt_insights_pk                  PRIMARY KEY (id),
    CONSTRAINT mlt_insights_id_uid              CHECK (id ~ '^[a-z][a-z0-9_-]{4,64}$'),
    CONSTRAINT mlt_insights_type_enum           CHECK (type IN ('performance', 'drift', 'fairness', 'calibration', 'stability', 'governance_alignment')),
    CONSTRAINT mlt_insights_scope_enum          CHECK (scope IN ('model', 'specialist', 'policy', 'dataset', 'segment')),
    CONSTRAINT mlt_insights_evidence_type       CHECK (jsonb_typeof(evidence_json) = 'object'),
    CONSTRAINT mlt_insights_confidence_range    CHECK (confidence BETWEEN 0 AND 1),
    CONSTRAINT mlt_insights_recommendation_enum CHECK (recommendation IN ('retrain', 'reweight', 'recalibrate', 'hpo', 'policy_tune', 'segment_route'))
);

CREATE INDEX mlt_insights_type_scope_idx ON mlt_insights (type, scope);
CREATE INDEX mlt_insights_ts_idx         ON mlt_insights (ts);
CREATE INDEX mlt_insights_confidence_idx ON mlt_insights (confidence DESC);

COMMENT ON TABLE  mlt_insights                IS 'Findings that the kernel derived; one row for each Insight.';
COMMENT ON COLUMN mlt_insights.id             IS 'Insight.insight_id (UID).';
COMMENT ON COLUMN mlt_insights.type           IS 'Insight.type: the concern that the finding is about.';
COMMENT ON COLUMN mlt_insights.scope          IS 'Insight.scope: the kind of thing that the finding is about.';
COMMENT ON COLUMN mlt_insights.target_ref     IS 'Insight.target_ref: the thing itself; NULL where the finding names none.';
COMMENT ON COLUMN mlt_insights.evidence_json  IS 'Insight.evidence.';
COMMENT ON COLUMN mlt_insights.confidence     IS 'Insight.confidence, from 0 (a guess) to 1 (certain).';
COMMENT ON COLUMN mlt_insights.recommendation IS 'Insight.recommendation; NULL where the kernel advises nothing.';
COMMENT ON COLUMN mlt_insights.ts             IS 'Insight.timestamp: when the kernel derived the finding.';
COMMENT ON COLUMN mlt_insights.created_at     IS 'When the row was written.';

-- Plans: what the kernel proposed, and the verdicts.

CREATE TABLE mlt_plans (
    id              text        NOT NULL,
    plan_json       jsonb       NOT NULL,
    expected_effect jsonb       NOT NULL,
    risk_controls   jsonb       NOT NULL,
    status          text        NOT NULL DEFAULT 'pending',
    rationale       text,
    correlation_id  text,
    created_at      timestamptz NOT NULL DEFAULT now(),
    updated_at      timestamptz NOT NULL DEFAULT now(),

    CONSTRAINT mlt_plans_pk                   PRIMARY KEY (id),
    CONSTRAINT mlt_plans_id_uid               CHECK (id ~ '^[a-z][a-z0-9_-]{4,64}$'),
    CONSTRAINT mlt_plans_plan_type            CHECK (jsonb_typeof(plan_json) = 'object'),
    CONSTRAINT mlt_plans_expected_effect_type CHECK (jsonb_typeof(expected_effect) = 'object'),
    CONSTRAINT mlt_plans_risk_controls_type   CHECK (jsonb_typeof(risk_controls) = 'object'),
    CONSTRAINT mlt_plans_status_enum          CHECK (status IN ('pending', 'approved', 'rejected', 'applied')),
    CONSTRAINT mlt_plans_correlation_id_uid   CHECK (correlation_id ~ '^[a-z][a-z0-9_-]{4,64}$')
);

CREATE INDEX mlt_plans_status_idx         ON mlt_plans (status);
CREATE INDEX mlt_plans_correlation_id_idx ON mlt_plans (correlation_id) WHERE correlation_id IS NOT NULL;
CREATE INDEX mlt_plans_created_at_idx     ON mlt_plans (created_at);

CREATE FUNCTION mlt_set_updated_at() RETURNS trigger
    LANGUAGE plpgsql
AS $$
BEGIN
    NEW.updated_at := now();
    RETURN NEW;
END;
$$;

CREATE TRIGGER mlt_plans_set_updated_at
    BEFORE UPDATE ON mlt_plans
    FOR EACH ROW EXECUTE FUNCTION mlt_set_updated_at();

COMMENT ON FUNCTION mlt_set_updated_at() IS 'Sets updated_at to the time of the transaction that updates the row.';

COMMENT ON TABLE  mlt_plans                 IS 'Adaptation plans and how governance decided on them; one row for each AdaptationPlan.';
COMMENT ON COLUMN mlt_plans.id              IS 'AdaptationPlan.plan_id (UID).';
COMMENT ON COLUMN mlt_plans.plan_json       IS 'The whole AdaptationPlan, unknown members included.';
COMMENT ON COLUMN mlt_plans.expected_effect IS 'AdaptationPlan.expected_effect.';
COMMENT ON COLUMN mlt_plans.risk_controls   IS 'AdaptationPlan.risk_controls.';
COMMENT ON COLUMN mlt_plans.status          IS 'PlanStatus.status: where the plan stands between proposal and application.';
COMMENT ON COLUMN mlt_plans.rationale       IS 'PlanStatus.rationale; NULL while there is no verdict.';
COMMENT ON COLUMN mlt_plans.correlation_id  IS 'The workflow of the plan (UID); NULL where it belongs to none.';
COMMENT ON COLUMN mlt_plans.created_at      IS 'When the row was written.';
COMMENT ON COLUMN mlt_plans.updated_at      IS 'When the row was last written; set by trigger.';

-- Snapshots: state that can be restored.

CREATE TABLE mlt_snapshots (
    id           text        NOT NULL,
    type         text        NOT NULL,
    payload_json jsonb       NOT NULL,
    hash         text        NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),

    CONSTRAINT mlt_snapshots_pk           PRIMARY KEY (id),
    CONSTRAINT mlt_snapshots_id_uid       CHECK (id ~ '^[a-z][a-z0-9_-]{4,64}$'),
    CONSTRAINT mlt_snapshots_type_enum    CHECK (type IN ('governance', 'mlt')),
    CONSTRAINT mlt_snapshots_payload_type CHECK (jsonb_typeof(payload_json) = 'object'),
    CONSTRAINT mlt_snapshots_hash_sha256  CHECK (hash ~ '^sha256:[0-9a-f]{64}$')
);

CREATE INDEX mlt_snapshots_type_idx       ON mlt_snapshots (type);
CREATE INDEX mlt_snapshots_created_at_idx ON mlt_snapshots (created_at);
CREATE INDEX mlt_snapshots_hash_idx       ON mlt_snapshots (hash);

COMMENT ON TABLE  mlt_snapshots              IS 'State to roll back to; one row for each GovernanceSnapshot or MLTSnapshot.';
COMMENT ON COLUMN mlt_snapshots.id           IS 'snapshot_id of the snapshot (UID).';
COMMENT ON COLUMN mlt_snapshots.type         IS 'Which of the two: governance for a GovernanceSnapshot, mlt for an MLTSnapshot.';
COMMENT ON COLUMN mlt_snapshots.payload_json IS 'The whole snapshot, unknown members included.';
COMMENT ON COLUMN mlt_snapshots.hash         IS 'GovernanceSnapshot.state_hash or MLTSnapshot.hash (Sha256). Verify it on restore.';
COMMENT ON COLUMN mlt_snapshots.created_at   IS 'When the row was written.';

-- Specialist reports: what model selection came up with.

CREATE TABLE mlt_specialist_reports (
    id              text        NOT NULL,
    specialist      text        NOT NULL,
    task            text        NOT NULL,
    candidates_json jsonb       NOT NULL,
    dataset_id      text,
    notes           text,
    version         text        NOT NULL,
    ts              timestamptz NOT NULL DEFAULT now(),
    created_at      timestamptz NOT NULL DEFAULT now(),

    CONSTRAINT mlt_specialist_reports_pk              PRIMARY KEY (id),
    CONSTRAINT mlt_specialist_reports_id_uid          CHECK (id ~ '^[a-z][a-z0-9_-]{4,64}$'),
    CONSTRAINT mlt_specialist_reports_task_enum       CHECK (task IN ('classification', 'regression', 'clustering', 'dimred', 'rl')),
    CONSTRAINT mlt_specialist_reports_candidates_type CHECK (jsonb_typeof(candidates_json) = 'array'),
    CONSTRAINT mlt_specialist_reports_version_semver  CHECK (version ~ '^[0-9]+\.[0-9]+\.[0-9]+$')
);

CREATE INDEX mlt_specialist_reports_specialist_idx ON mlt_specialist_reports (specialist);
CREATE INDEX mlt_specialist_reports_task_idx       ON mlt_specialist_reports (task);
CREATE INDEX mlt_specialist_reports_ts_idx         ON mlt_specialist_reports (ts);

COMMENT ON TABLE  mlt_specialist_reports                 IS 'Outcomes of model selection; one row for each SpecialistReport.';
COMMENT ON COLUMN mlt_specialist_reports.id              IS 'SpecialistReport.report_id (UID).';
COMMENT ON COLUMN mlt_specialist_reports.specialist      IS 'SpecialistReport.specialist: who wrote the report.';
COMMENT ON COLUMN mlt_specialist_reports.task            IS 'SpecialistReport.task: what the candidates were trained for.';
COMMENT ON COLUMN mlt_specialist_reports.candidates_json IS 'SpecialistReport.candidates, unknown members included. May be sensitive.';
COMMENT ON COLUMN mlt_specialist_reports.dataset_id      IS 'SpecialistReport.dataset_id; NULL where the report names none.';
COMMENT ON COLUMN mlt_specialist_reports.notes           IS 'SpecialistReport.notes; NULL where there are none.';
COMMENT ON COLUMN mlt_specialist_reports.version         IS 'SpecialistReport.version (SemVer).';
COMMENT ON COLUMN mlt_specialist_reports.ts              IS 'SpecialistReport.timestamp: when the specialist finished the report.';
COMMENT ON COLUMN mlt_specialist_reports.created_at      IS 'When the row was written.';

COMMIT;
