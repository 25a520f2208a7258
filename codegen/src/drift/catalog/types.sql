-- Enums, domains, types of several parts, and sequences that are no part of a column.
WITH types AS (
    SELECT pg_type.*, quote_ident(typname) AS name FROM pg_type LEFT JOIN pg_class ON pg_class.oid = typrelid
    WHERE typnamespace = $1::text::regnamespace AND (typtype IN ('e', 'd') OR relkind = 'c') AND NOT EXISTS (
        SELECT FROM pg_depend WHERE classid = 'pg_type'::regclass AND objid = pg_type.oid AND deptype = 'e')
), sequences AS (
    SELECT pg_class.oid, quote_ident(relname) AS name, owner.refobjid AS owner, owner.refobjsubid AS place
    FROM pg_class LEFT JOIN pg_depend owner ON owner.classid = 'pg_class'::regclass AND owner.objid = pg_class.oid
        AND owner.refclassid = 'pg_class'::regclass AND owner.deptype IN ('a', 'i')
    WHERE relnamespace = $1::text::regnamespace AND relkind = 'S' AND owner.deptype IS DISTINCT FROM 'i' AND NOT EXISTS (
        SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype = 'e')
)
SELECT 'type' AS kind, '' AS relation, name,
    CASE typtype
        WHEN 'e' THEN 'TYPE ' || name || ' AS ENUM'
        WHEN 'd' THEN concat(
            'DOMAIN ', name, ' AS ', format_type(typbasetype, typtypmod),
            CASE WHEN typcollation <> (SELECT typcollation FROM pg_type base WHERE base.oid = types.typbasetype)
                THEN ' COLLATE ' || typcollation::regcollation END,
            ' DEFAULT ' || typdefault, CASE WHEN typnotnull THEN ' NOT NULL' END,
            (SELECT string_agg(format(' CONSTRAINT %I %s', conname, pg_get_constraintdef(oid, true)), '' ORDER BY conname)
                FROM pg_constraint WHERE contypid = types.oid AND contype = 'c'))
        ELSE format('TYPE %s AS (%s)', name, (
            SELECT string_agg(concat(quote_ident(attname), ' ', format_type(atttypid, atttypmod)), ', ' ORDER BY attnum)
            FROM pg_attribute WHERE attrelid = typrelid AND attnum > 0 AND NOT attisdropped))
    END AS definition,
    false AS is_required, NULL::text AS value, NULL::text AS target, CASE typtype WHEN 'e' THEN 0 ELSE oid::int END AS place,
    quote_literal(obj_description(oid, 'pg_type')) AS comment,
    (SELECT array_agg(quote_literal(enumlabel) ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = types.oid) AS labels
FROM types
UNION ALL
SELECT 'sequence', '', name,
    concat(
        'AS ', format_type(seqtypid, NULL), ' INCREMENT ', seqincrement, ' MINVALUE ', seqmin, ' MAXVALUE ', seqmax,
        ' START ', seqstart, ' CACHE ', seqcache, CASE WHEN NOT seqcycle THEN ' NO' END, ' CYCLE'),
    false, NULL, NULL, 0, quote_literal(obj_description(oid, 'pg_class')), NULL
FROM sequences JOIN pg_sequence ON seqrelid = oid
UNION ALL
SELECT 'ownership', '', name,
    (SELECT format('%s.%I', owner::regclass, attname) FROM pg_attribute WHERE attrelid = owner AND attnum = place),
    false, NULL, owner::regclass::text, 0, NULL, NULL
FROM sequences WHERE owner IS NOT NULL
