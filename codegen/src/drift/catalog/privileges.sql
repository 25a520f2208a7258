-- What others than the owner may do, by object and person: all that they may, and what of that they may give on.
WITH objects AS (
    SELECT CASE relkind WHEN 'S' THEN 'SEQUENCE ' ELSE 'TABLE ' END AS word, quote_ident(relname) AS name, relowner AS owner,
        acl.*, '' AS part
    FROM pg_class, aclexplode(coalesce(relacl, acldefault(CASE relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", relowner))) acl
    WHERE relnamespace = $1::text::regnamespace AND relkind IN ('r', 'v', 'm', 'S') AND NOT relispartition
    UNION ALL
    SELECT 'TABLE ', quote_ident(relname), relowner, acl.*, format(' (%I)', attname)
    FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND NOT attisdropped, aclexplode(attacl) acl
    WHERE relnamespace = $1::text::regnamespace AND relkind IN ('r', 'v', 'm') AND NOT relispartition
    UNION ALL
    SELECT CASE prokind WHEN 'p' THEN 'PROCEDURE ' ELSE 'FUNCTION ' END,
        quote_ident(proname) || '(' || pg_get_function_identity_arguments(pg_proc.oid) || ')', proowner, acl.*, ''
    FROM pg_proc, aclexplode(coalesce(proacl, acldefault('f', proowner))) acl
    WHERE pronamespace = $1::text::regnamespace AND prokind IN ('f', 'p')
    UNION ALL
    SELECT 'TYPE ', quote_ident(typname), typowner, acl.*, ''
    FROM pg_type LEFT JOIN pg_class ON pg_class.oid = typrelid, aclexplode(coalesce(typacl, acldefault('T', typowner))) acl
    WHERE typnamespace = $1::text::regnamespace AND (typtype IN ('e', 'd') OR relkind = 'c')
)
SELECT 'privileges' AS kind, word || name AS relation,
    CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END AS name,
    string_agg(DISTINCT privilege_type || part, ', ') AS definition, false AS is_required,
    string_agg(DISTINCT privilege_type || part, ', ') FILTER (WHERE is_grantable) AS value,
    name AS target, 0 AS place, NULL::text AS comment
FROM objects WHERE grantee <> owner GROUP BY word, objects.name, grantee
