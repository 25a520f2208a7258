-- Times are of the years that RFC 3339 can write, so that every row can be read as the contracts say; names of specialists
-- have any length, for which a B-tree has no room. Fails on rows with other times: mend those first.

BEGIN;

ALTER TABLE mlt_experiences
    ADD CONSTRAINT mlt_experiences_ts_years CHECK (ts >= '0001-01-01T00:00:00Z' AND ts < '10000-01-01T00:00:00Z');
ALTER TABLE mlt_insights
    ADD CONSTRAINT mlt_insights_ts_years CHECK (ts >= '0001-01-01T00:00:00Z' AND ts < '10000-01-01T00:00:00Z');
ALTER TABLE mlt_specialist_reports
    ADD CONSTRAINT mlt_specialist_reports_ts_years CHECK (ts >= '0001-01-01T00:00:00Z' AND ts < '10000-01-01T00:00:00Z');

DROP INDEX mlt_specialist_reports_specialist_idx;
CREATE INDEX mlt_specialist_reports_specialist_idx ON mlt_specialist_reports USING hash (specialist);

COMMIT;
