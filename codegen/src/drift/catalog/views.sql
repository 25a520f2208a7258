-- Views, each behind those that it is made of.
WITH RECURSIVE views AS (
    SELECT oid, quote_ident(relname) AS name, relkind, reloptions FROM pg_class
    WHERE relnamespace = $1::text::regnamespace AND relkind IN ('v', 'm') AND NOT EXISTS (
        SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype = 'e')
), uses AS (
    SELECT DISTINCT ev_class AS view, refobjid AS used
    FROM pg_rewrite JOIN pg_depend ON classid = 'pg_rewrite'::regclass AND objid = pg_rewrite.oid
    JOIN views ON views.oid = refobjid
    WHERE refclassid = 'pg_class'::regclass AND refobjid <> ev_class
), heights AS (
    SELECT oid, 0 AS height FROM views
    UNION
    SELECT view, height + 1 FROM uses JOIN heights ON heights.oid = used
)
SELECT CASE relkind WHEN 'm' THEN 'materialized view' ELSE 'view' END AS kind, '' AS relation, name,
    concat(
        'CREATE ', CASE relkind WHEN 'm' THEN 'MATERIALIZED ' END, 'VIEW ', name,
        ' WITH (' || array_to_string(reloptions, ', ') || ')', E' AS\n', pg_get_viewdef(oid, true)) AS definition,
    false AS is_required, NULL::text AS value, NULL::text AS target,
    (SELECT max(height) FROM heights WHERE heights.oid = views.oid) AS place,
    quote_literal(obj_description(oid, 'pg_class')) AS comment
FROM views
