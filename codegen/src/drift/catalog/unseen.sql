-- What is there and is not compared, by kind; the names of objects of a kind in one line.
SELECT kind || ' ' || string_agg(DISTINCT name, ', ' ORDER BY name) AS line
FROM (
    SELECT CASE relkind WHEN 'p' THEN 'partitioned table' ELSE 'foreign table' END AS kind, quote_ident(relname) AS name
    FROM pg_class WHERE relnamespace = ANY ($1::text[]::regnamespace[]) AND relkind IN ('p', 'f') AND NOT relispartition
    UNION ALL
    SELECT 'row security policy', format('%I on %I', polname, relname)
    FROM pg_policy JOIN pg_class ON pg_class.oid = polrelid WHERE relnamespace = ANY ($1::text[]::regnamespace[])
    UNION ALL
    SELECT 'row security of', quote_ident(relname)
    FROM pg_class WHERE relnamespace = ANY ($1::text[]::regnamespace[]) AND relrowsecurity
    UNION ALL
    SELECT 'rule', format('%I on %I', rulename, relname)
    FROM pg_rewrite JOIN pg_class ON pg_class.oid = ev_class
    WHERE relnamespace = ANY ($1::text[]::regnamespace[]) AND rulename <> '_RETURN'
    UNION ALL
    SELECT 'aggregate', quote_ident(proname)
    FROM pg_proc WHERE pronamespace = ANY ($1::text[]::regnamespace[]) AND prokind IN ('a', 'w') AND NOT EXISTS (
        SELECT FROM pg_depend WHERE classid = 'pg_proc'::regclass AND objid = pg_proc.oid AND deptype = 'e')
    UNION ALL
    SELECT 'range type', quote_ident(typname)
    FROM pg_type WHERE typnamespace = ANY ($1::text[]::regnamespace[]) AND typtype = 'r' AND NOT EXISTS (
        SELECT FROM pg_depend WHERE classid = 'pg_type'::regclass AND objid = pg_type.oid AND deptype = 'e')
    UNION ALL
    SELECT 'statistics', quote_ident(stxname)
    FROM pg_statistic_ext WHERE stxnamespace = ANY ($1::text[]::regnamespace[])
) AS unseen
GROUP BY kind ORDER BY kind
