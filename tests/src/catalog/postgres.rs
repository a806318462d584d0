//! What PostgreSQL's catalog is asked.

macro_rules! mine {
    ($sql:literal) => {
        concat!(
            $sql,
            " WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_%' "
        )
    };
}

pub const QUESTIONS: &[(&str, &str)] = &[
    (
        "table",
        concat!(
            mine!(
                "SELECT n.nspname, c.relname, c.relkind, c.relpersistence, c.reloptions,
                        obj_description(c.oid, 'pg_class'), c.relrowsecurity,
                        c.relforcerowsecurity, c.relreplident,
                        (SELECT t.reloptions FROM pg_class t WHERE t.oid = c.reltoastrelid),
                        pg_get_partkeydef(c.oid),
                        pg_get_expr(c.relpartbound, c.oid)
                 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
            ),
            "AND c.relkind IN ('r', 'p', 'v', 'm', 'f')"
        ),
    ),
    (
        "column",
        concat!(
            mine!(
                "SELECT n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                        a.attnotnull, pg_get_expr(d.adbin, d.adrelid), a.attidentity,
                        a.attgenerated, co.collname, col_description(c.oid, a.attnum),
                        a.attstorage, a.attcompression, nullif(a.attstattarget, -1), a.attoptions
                 FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                 JOIN pg_namespace n ON n.oid = c.relnamespace
                 LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
                 LEFT JOIN pg_collation co ON co.oid = a.attcollation AND co.collname <> 'default'"
            ),
            "AND a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p')"
        ),
    ),
    (
        "constraint",
        concat!(
            mine!(
                "SELECT n.nspname, c.relname, k.conname, k.contype, k.convalidated,
                        pg_get_constraintdef(k.oid)
                 FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
                 JOIN pg_namespace n ON n.oid = c.relnamespace"
            ),
            "AND k.contype IN ('p', 'u', 'f', 'c', 'x', 'n')"
        ),
    ),
    (
        "index",
        concat!(
            mine!(
                "SELECT n.nspname, c.relname, i.relname, x.indisvalid, pg_get_indexdef(x.indexrelid)
                 FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
                 JOIN pg_class c ON c.oid = x.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace"
            ),
            "AND NOT EXISTS (SELECT 1 FROM pg_constraint k
                             WHERE k.conindid = x.indexrelid AND k.contype IN ('p', 'u', 'x'))"
        ),
    ),
    (
        "index mark",
        mine!(
            "SELECT n.nspname, c.relname, i.relname, i.reloptions, x.indisclustered,
                    x.indisreplident, obj_description(i.oid, 'pg_class')
             FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
             JOIN pg_class c ON c.oid = x.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace"
        ),
    ),
    (
        "constraint mark",
        mine!(
            "SELECT n.nspname, c.relname, k.conname, obj_description(k.oid, 'pg_constraint')
             FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
             JOIN pg_namespace n ON n.oid = c.relnamespace"
        ),
    ),
    (
        "index statistics",
        concat!(
            mine!(
                "SELECT n.nspname, c.relname, a.attnum, nullif(a.attstattarget, -1)
                 FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                 JOIN pg_namespace n ON n.oid = c.relnamespace"
            ),
            "AND c.relkind = 'i' AND a.attstattarget <> -1"
        ),
    ),
    (
        "collation",
        mine!(
            "SELECT n.nspname, k.collname, k.collprovider, k.collisdeterministic, k.collcollate,
                    k.collctype, to_jsonb(k) ->> 'colllocale', to_jsonb(k) ->> 'colliculocale',
                    to_jsonb(k) ->> 'collicurules', obj_description(k.oid, 'pg_collation')
             FROM pg_collation k JOIN pg_namespace n ON n.oid = k.collnamespace"
        ),
    ),
    (
        "enum",
        concat!(
            mine!(
                "SELECT n.nspname, t.typname, array_agg(e.enumlabel::text ORDER BY e.enumsortorder)
                 FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid
                 JOIN pg_namespace n ON n.oid = t.typnamespace"
            ),
            "GROUP BY 1, 2"
        ),
    ),
    (
        "sequence",
        mine!(
            "SELECT n.nspname, c.relname, s.seqincrement, s.seqmin, s.seqmax, s.seqstart,
                    s.seqcycle, s.seqcache, format_type(s.seqtypid, NULL),
                    (SELECT a.attrelid::regclass::text || '.' || a.attname FROM pg_depend d
                     JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
                     WHERE d.objid = c.oid AND d.classid = 'pg_class'::regclass
                     AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i'))
             FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid
             JOIN pg_namespace n ON n.oid = c.relnamespace"
        ),
    ),
    (
        "trigger",
        concat!(
            mine!(
                "SELECT n.nspname, c.relname, t.tgname, pg_get_triggerdef(t.oid)
                 FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
                 JOIN pg_namespace n ON n.oid = c.relnamespace"
            ),
            "AND NOT t.tgisinternal"
        ),
    ),
    (
        "policy",
        mine!(
            "SELECT n.nspname, c.relname, p.polname, p.polpermissive, p.polroles::regrole[],
                    p.polcmd, pg_get_expr(p.polqual, c.oid), pg_get_expr(p.polwithcheck, c.oid)
             FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
             JOIN pg_namespace n ON n.oid = c.relnamespace"
        ),
    ),
    (
        "rule",
        concat!(
            mine!(
                "SELECT n.nspname, c.relname, r.rulename, pg_get_ruledef(r.oid)
                 FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
                 JOIN pg_namespace n ON n.oid = c.relnamespace"
            ),
            "AND r.rulename <> '_RETURN'"
        ),
    ),
    (
        "domain",
        concat!(
            mine!(
                "SELECT n.nspname, t.typname, format_type(t.typbasetype, t.typtypmod), t.typnotnull,
                        t.typdefault
                 FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace"
            ),
            "AND t.typtype = 'd'"
        ),
    ),
    (
        "statistics",
        mine!(
            "SELECT n.nspname, e.stxname, pg_get_statisticsobjdef(e.oid)
             FROM pg_statistic_ext e JOIN pg_namespace n ON n.oid = e.stxnamespace"
        ),
    ),
    (
        "view",
        concat!(
            mine!(
                "SELECT n.nspname, c.relname, pg_get_viewdef(c.oid)
                 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
            ),
            "AND c.relkind IN ('v', 'm')"
        ),
    ),
    (
        "view column default",
        concat!(
            mine!(
                "SELECT n.nspname, c.relname, a.attname, pg_get_expr(d.adbin, d.adrelid)
                 FROM pg_attrdef d JOIN pg_class c ON c.oid = d.adrelid
                 JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.adnum
                 JOIN pg_namespace n ON n.oid = c.relnamespace"
            ),
            "AND c.relkind = 'v'"
        ),
    ),
    (
        "routine",
        concat!(
            mine!(
                "SELECT n.nspname, p.proname, p.prokind, pg_get_function_identity_arguments(p.oid),
                        CASE WHEN p.prokind <> 'a' THEN pg_get_functiondef(p.oid) END,
                        obj_description(p.oid, 'pg_proc')
                 FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
            ),
            "AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass
                             AND d.objid = p.oid AND d.deptype IN ('e', 'i'))"
        ),
    ),
    (
        "aggregate",
        concat!(
            mine!(
            "SELECT n.nspname, p.proname, g.aggtransfn, g.aggfinalfn, g.agginitval, g.aggtranstype::regtype
             FROM pg_aggregate g JOIN pg_proc p ON p.oid = g.aggfnoid
             JOIN pg_namespace n ON n.oid = p.pronamespace"
            ),
            "AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass
                             AND d.objid = p.oid AND d.deptype = 'e')"
        ),
    ),
    (
        "composite type",
        concat!(
            mine!(
                "SELECT n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                        row_number() OVER (PARTITION BY c.oid ORDER BY a.attnum)
                 FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                 JOIN pg_namespace n ON n.oid = c.relnamespace"
            ),
            "AND c.relkind = 'c' AND a.attnum > 0 AND NOT a.attisdropped"
        ),
    ),
    (
        "range type",
        mine!(
            "SELECT n.nspname, t.typname, g.rngsubtype::regtype
             FROM pg_range g JOIN pg_type t ON t.oid = g.rngtypid
             JOIN pg_namespace n ON n.oid = t.typnamespace"
        ),
    ),
    (
        "domain constraint",
        mine!(
            "SELECT n.nspname, t.typname, k.conname, pg_get_constraintdef(k.oid)
             FROM pg_constraint k JOIN pg_type t ON t.oid = k.contypid
             JOIN pg_namespace n ON n.oid = t.typnamespace"
        ),
    ),
    (
        "parent",
        mine!(
            "SELECT n.nspname, c.relname, i.inhseqno, i.inhparent::regclass
             FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
             JOIN pg_namespace n ON n.oid = c.relnamespace"
        ),
    ),
    (
        "trigger mark",
        concat!(
            mine!(
                "SELECT n.nspname, c.relname, t.tgname, t.tgenabled, obj_description(t.oid, 'pg_trigger')
                 FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
                 JOIN pg_namespace n ON n.oid = c.relnamespace"
            ),
            "AND NOT t.tgisinternal"
        ),
    ),
    (
        "grant on a relation",
        concat!(
            mine!(
                "SELECT n.nspname, c.relname, g.grantee::regrole, g.privilege_type, g.is_grantable
                 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                 CROSS JOIN LATERAL aclexplode(c.relacl) g"
            ),
            "AND g.grantee <> c.relowner"
        ),
    ),
    (
        "grant on a column",
        concat!(
            mine!(
                "SELECT n.nspname, c.relname, a.attname, g.grantee::regrole, g.privilege_type, g.is_grantable
                 FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                 JOIN pg_namespace n ON n.oid = c.relnamespace
                 CROSS JOIN LATERAL aclexplode(a.attacl) g"
            ),
            "AND g.grantee <> c.relowner AND NOT a.attisdropped"
        ),
    ),
    (
        "grant on a routine",
        concat!(
            mine!(
                "SELECT n.nspname, p.proname, g.grantee::regrole, g.privilege_type, g.is_grantable
                 FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
                 CROSS JOIN LATERAL aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g"
            ),
            "AND g.grantee <> p.proowner
             AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass
                             AND d.objid = p.oid AND d.deptype = 'e')"
        ),
    ),
];
