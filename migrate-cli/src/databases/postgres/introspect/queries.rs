//! The questions, a constant number of them, each answered by one JSON object a row. Properties
//! that only newer servers have are read through `to_jsonb`, which has no column missing. It costs, so
//! it is asked once a row.

/// Which namespaces are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Every namespace of the database's users.
    Users,
    /// The temporary tables of this session.
    Scratch,
}

impl Reach {
    pub fn namespaces(self) -> &'static str {
        match self {
            Self::Users => "n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'",
            Self::Scratch => "n.oid = pg_my_temp_schema()",
        }
    }
}

/// What an extension brought along is the extension's business.
pub fn not_of_extension(class: &str, object: &str) -> String {
    format!(
        "NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = '{class}'::regclass \
         AND e.objid = {object} AND e.deptype = 'e')"
    )
}

/// A collation's bare name where the search path finds it, and both names quoted where not.
fn collation(oid: &str) -> String {
    format!(
        "(SELECT CASE WHEN pg_collation_is_visible(l.oid) THEN l.collname::text ELSE \
         '\"' || replace(ln.nspname, '\"', '\"\"') || '\".\"' || replace(l.collname, '\"', '\"\"') || '\"' END \
         FROM pg_collation l JOIN pg_namespace ln ON ln.oid = l.collnamespace WHERE l.oid = {oid})"
    )
}

/// Joins the comment of an object: one look-up for all of them, and not a call a row.
fn comment(alias: &str, class: &str, object: &str) -> String {
    format!(
        "LEFT JOIN pg_description {alias} ON {alias}.classoid = '{class}'::regclass \
         AND {alias}.objoid = {object} AND {alias}.objsubid = 0"
    )
}

/// The namespace of names without one, and whether that is a name at all.
pub const DEFAULT_NAMESPACE: &str =
    "SELECT coalesce(current_schema(), 'public'), current_setting('search_path')";

pub fn namespaces() -> String {
    let own = not_of_extension("pg_namespace", "n.oid");
    format!(
        "SELECT n.nspname AS name FROM pg_namespace n WHERE {} AND {own}",
        Reach::Users.namespaces()
    )
}

/// Only those that a column, expression, index or constraint needs: a type's array stands for
/// its element, which is what belongs to the extension.
pub const EXTENSIONS: &str = "SELECT DISTINCT x.extname AS name, xn.nspname AS schema \
    FROM pg_depend d \
    LEFT JOIN pg_type t ON d.refclassid = 'pg_type'::regclass AND t.oid = d.refobjid AND t.typelem <> 0 \
    JOIN pg_depend e ON e.deptype = 'e' AND e.classid = d.refclassid \
        AND e.objid IN (d.refobjid, t.typelem) \
    JOIN pg_extension x ON e.refclassid = 'pg_extension'::regclass AND x.oid = e.refobjid \
    JOIN pg_namespace xn ON xn.oid = x.extnamespace \
    WHERE d.deptype IN ('n', 'a') AND x.extname <> 'plpgsql' \
    AND d.classid IN ('pg_class'::regclass, 'pg_attrdef'::regclass, 'pg_constraint'::regclass, \
        'pg_proc'::regclass, 'pg_type'::regclass, 'pg_rewrite'::regclass, 'pg_trigger'::regclass, \
        'pg_policy'::regclass) \
    AND NOT EXISTS (SELECT FROM pg_depend o WHERE o.deptype = 'e' \
        AND o.classid = d.classid AND o.objid = d.objid)";

/// What others than the owner may do, by an `aclitem[]` and by those of the columns of a relation.
pub fn grants(acl: &str, relation: &str, owner: &str) -> String {
    format!(
        "(SELECT json_agg(json_build_object('grantee', CASE WHEN x.grantee = 0 THEN '' \
                 ELSE pg_get_userbyid(x.grantee) END, \
             'privilege', x.privilege_type, 'column', x.column, 'grantable', x.is_grantable)) \
         FROM (SELECT g.*, NULL::name AS column FROM aclexplode({acl}) g \
             UNION ALL SELECT g.*, ga.attname FROM pg_attribute ga \
                 CROSS JOIN LATERAL aclexplode(ga.attacl) g \
                 WHERE ga.attrelid = {relation} AND ga.attacl IS NOT NULL) x \
         WHERE x.grantee <> {owner})"
    )
}

/// The same of a table or sequence `c`. Most have nothing said of them.
fn grants_of_relation() -> String {
    grants("c.relacl", "c.oid", "c.relowner")
}

pub fn tables(reach: Reach) -> String {
    format!(
        "SELECT n.nspname AS schema, c.relname AS name, c.relkind::text AS kind, \
         c.relpersistence = 'u' AS unlogged, c.relrowsecurity AS row_security, \
         c.relforcerowsecurity AS forces_row_security, c.relreplident::text AS replica_identity, \
         array_cat(c.reloptions, (SELECT array_agg('toast.' || o) FROM pg_class toast, \
             unnest(toast.reloptions) o WHERE toast.oid = c.reltoastrelid)) AS options, \
         obj_description(c.oid, 'pg_class') AS comment, {grants} AS grants, \
         c.reloftype <> 0 AS typed, \
         CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END AS partition_key, \
         CASE WHEN c.relispartition THEN pg_get_expr(c.relpartbound, c.oid) END AS bound, \
         (SELECT json_agg(json_build_object('schema', hn.nspname, 'name', hc.relname) \
             ORDER BY h.inhseqno) FROM pg_inherits h JOIN pg_class hc ON hc.oid = h.inhparent \
             JOIN pg_namespace hn ON hn.oid = hc.relnamespace WHERE h.inhrelid = c.oid) AS parents \
         FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace \
         WHERE c.relkind IN ('r', 'p', 'f') AND {} AND {}",
        reach.namespaces(),
        not_of_extension("pg_class", "c.oid"),
        grants = grants_of_relation(),
    )
}

pub fn columns(reach: Reach) -> String {
    format!(
        "SELECT n.nspname AS schema, c.relname AS table, a.attname AS name, \
         format_type(a.atttypid, a.atttypmod) AS type, NOT a.attnotnull AS nullable, \
         pg_get_expr(d.adbin, d.adrelid) AS expression, a.attgenerated::text AS generated, \
         a.attidentity::text AS identity, col_description(c.oid, a.attnum) AS comment, \
         CASE WHEN a.attcollation <> t.typcollation THEN {collation} END AS collation, \
         CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage::text END AS storage, \
         nullif(to_jsonb(a) ->> 'attcompression', '') AS compression, \
         nullif(a.attstattarget, -1) AS statistics, a.attoptions AS parameters, \
         a.attinhcount > 0 AS inherited, a.attislocal AS local \
         FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid \
         JOIN pg_namespace n ON n.oid = c.relnamespace \
         JOIN pg_type t ON t.oid = a.atttypid \
         LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum \
         WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'f') AND {reach} \
         ORDER BY c.oid, a.attnum",
        collation = collation("a.attcollation"),
        reach = reach.namespaces()
    )
}

pub fn constraints(reach: Reach) -> String {
    let names = |array: &str, relation: &str| {
        format!(
            "(SELECT json_agg(a.attname ORDER BY u.place) FROM unnest({array}) \
             WITH ORDINALITY u (number, place) JOIN pg_attribute a ON a.attrelid = {relation} \
             AND a.attnum = u.number)"
        )
    };
    format!(
        "SELECT n.nspname AS schema, c.relname AS table, k.conname AS name, \
         k.contype::text AS kind, k.condeferrable AS deferrable, k.condeferred AS deferred, \
         NOT k.convalidated AND {enforced} AS not_valid, NOT {enforced} AS not_enforced, \
         coalesce((own.j ->> 'conperiod')::boolean, false) AS period, k.connoinherit AS no_inherit, \
         pg_get_expr(k.conbin, k.conrelid) AS expression, {columns} AS columns, \
         fn.nspname AS parent_schema, f.relname AS parent, {parents} AS parent_columns, \
         k.confupdtype::text AS on_update, k.confdeltype::text AS on_delete, \
         k.confmatchtype = 'f' AS match_full, {set} AS on_delete_columns, \
         coalesce((to_jsonb(x) ->> 'indnullsnotdistinct')::boolean, false) AS nulls_not_distinct, \
         CASE WHEN k.contype IN ('p', 'u') THEN {include} END AS include, \
         CASE WHEN k.contype = 'x' THEN pg_get_constraintdef(k.oid) END AS definition, \
         note.description AS comment, i.reloptions AS index_options, \
         index_note.description AS index_comment, \
         coalesce(x.indisclustered, false) AS clustered, \
         coalesce(x.indisreplident, false) AS replica_identity, \
         CASE WHEN k.conparentid <> 0 THEN (SELECT p.conname FROM pg_constraint p \
             WHERE p.oid = k.conparentid) WHEN k.coninhcount > 0 THEN k.conname END AS parents_name, \
         k.conislocal AS local, \
         k.contype = 'f' AND k.conrelid IS NOT DISTINCT FROM (SELECT p.conrelid FROM pg_constraint p \
             WHERE p.oid = k.conparentid) AS of_partition \
         FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid \
         JOIN pg_namespace n ON n.oid = c.relnamespace \
         LEFT JOIN pg_class f ON f.oid = k.confrelid \
         LEFT JOIN pg_namespace fn ON fn.oid = f.relnamespace \
         LEFT JOIN pg_index x ON x.indexrelid = k.conindid AND k.contype IN ('p', 'u', 'x') \
         LEFT JOIN pg_class i ON i.oid = x.indexrelid \
         CROSS JOIN LATERAL (SELECT CASE WHEN k.contype <> 'n' THEN to_jsonb(k) END AS j OFFSET 0) own \
         {note} {index_note} WHERE k.contype IN ('p', 'u', 'f', 'c', 'x', 'n') \
         AND {reach}",
        enforced = "coalesce((own.j ->> 'conenforced')::boolean, true)",
        columns = names("k.conkey", "k.conrelid"),
        parents = names("k.confkey", "k.confrelid"),
        set = names(
            "ARRAY(SELECT jsonb_array_elements_text(nullif(own.j -> 'confdelsetcols', 'null'))::int2)",
            "k.conrelid"
        ),
        include = names("(x.indkey::int2[])[x.indnkeyatts : x.indnatts - 1]", "k.conrelid"),
        note = comment("note", "pg_constraint", "k.oid"),
        index_note = comment("index_note", "pg_class", "i.oid"),
        reach = reach.namespaces(),
    )
}

pub fn indexes(reach: Reach) -> String {
    format!(
        "SELECT n.nspname AS schema, c.relname AS table, i.relname AS name, m.amname AS method, \
         x.indisunique AS unique, x.indisvalid AS valid, pg_get_indexdef(x.indexrelid) AS definition, i.reloptions AS options, \
         coalesce((to_jsonb(x) ->> 'indnullsnotdistinct')::boolean, false) AS nulls_not_distinct, \
         pg_get_expr(x.indpred, x.indrelid) AS predicate, note.description AS comment, \
         x.indisclustered AS clustered, x.indisreplident AS replica_identity, \
         (SELECT pi.relname FROM pg_inherits h JOIN pg_class pi ON pi.oid = h.inhparent \
             WHERE h.inhrelid = i.oid) AS parents_name, \
         (SELECT json_agg(json_build_object('column', a.attname, \
             'expression', CASE WHEN a.attname IS NULL THEN pg_get_indexdef(x.indexrelid, p.n::int, false) END, \
             'bits', o.bits, \
             'included', p.n > x.indnkeyatts, \
             'collation', CASE WHEN s.collation <> 0 AND s.collation <> coalesce(a.attcollation, kt.typcollation) \
                 THEN {collation} END, \
             'class', CASE WHEN NOT (oc.opcdefault AND (oc.opcintype = ty.base OR NOT EXISTS ( \
                     SELECT FROM pg_opclass o2 WHERE o2.opcmethod = oc.opcmethod AND o2.opcdefault \
                     AND o2.opcintype = ty.base))) \
                 OR {class_options} IS NOT NULL THEN \
                 CASE WHEN pg_opclass_is_visible(oc.oid) THEN '' ELSE quote_ident(ocn.nspname) || '.' END \
                 || quote_ident(oc.opcname) END, \
             'statistics', nullif(k.attstattarget, -1), \
             'class_options', {class_options}) ORDER BY p.n) \
          FROM generate_series(1, x.indnatts) p (n) \
          JOIN pg_attribute k ON k.attrelid = x.indexrelid AND k.attnum = p.n \
          JOIN pg_type kt ON kt.oid = k.atttypid \
          LEFT JOIN pg_attribute a ON a.attrelid = x.indrelid AND x.indkey[p.n - 1] <> 0 \
              AND a.attnum = x.indkey[p.n - 1] \
          LEFT JOIN pg_type at ON at.oid = a.atttypid \
          CROSS JOIN LATERAL (SELECT CASE WHEN at.typtype = 'd' THEN at.typbasetype \
              ELSE coalesce(a.atttypid, k.atttypid) END AS base) ty \
          CROSS JOIN LATERAL (SELECT CASE WHEN p.n <= x.indnkeyatts THEN x.indoption[p.n - 1] ELSE 0 END AS bits) o \
          CROSS JOIN LATERAL (SELECT CASE WHEN p.n <= x.indnkeyatts THEN x.indcollation[p.n - 1] ELSE 0 END AS collation) s \
          LEFT JOIN pg_opclass oc ON p.n <= x.indnkeyatts AND oc.oid = x.indclass[p.n - 1] \
          LEFT JOIN pg_namespace ocn ON ocn.oid = oc.opcnamespace) AS parts \
         FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid \
         JOIN pg_class c ON c.oid = x.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace \
         JOIN pg_am m ON m.oid = i.relam {note} \
         WHERE c.relkind IN ('r', 'p') AND NOT EXISTS (SELECT FROM pg_constraint k \
             WHERE k.conindid = x.indexrelid AND k.contype IN ('p', 'u', 'x')) AND {reach}",
        collation = collation("s.collation"),
        // 17 writes parameters of its own.
        class_options =
            "(SELECT array_agg(p) FROM unnest(k.attoptions) p WHERE p NOT LIKE 'pg\\_%')",
        note = comment("note", "pg_class", "i.oid"),
        reach = reach.namespaces()
    )
}

pub fn collations(reach: Reach) -> String {
    format!(
        "SELECT n.nspname AS schema, l.collname AS name, l.collprovider::text AS provider, \
         coalesce(to_jsonb(l) ->> 'colllocale', to_jsonb(l) ->> 'colliculocale', l.collcollate) AS locale, \
         l.collctype AS ctype, coalesce((to_jsonb(l) ->> 'collisdeterministic')::boolean, true) AS deterministic, \
         to_jsonb(l) ->> 'collicurules' AS rules, note.description AS comment \
         FROM pg_collation l JOIN pg_namespace n ON n.oid = l.collnamespace {} \
         WHERE l.collprovider IN ('i', 'c', 'b') AND {} AND {}",
        comment("note", "pg_collation", "l.oid"),
        reach.namespaces(),
        not_of_extension("pg_collation", "l.oid")
    )
}

pub fn enums(reach: Reach) -> String {
    format!(
        "SELECT n.nspname AS schema, t.typname AS name, pg_type_is_visible(t.oid) AS visible, \
         (SELECT coalesce(json_agg(e.enumlabel ORDER BY e.enumsortorder), '[]') \
          FROM pg_enum e WHERE e.enumtypid = t.oid) AS values \
         FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace \
         WHERE t.typtype = 'e' AND {} AND {}",
        reach.namespaces(),
        not_of_extension("pg_type", "t.oid")
    )
}

pub fn sequences(reach: Reach) -> String {
    format!(
        "SELECT n.nspname AS schema, c.relname AS name, format_type(s.seqtypid, NULL) AS type, \
         s.seqstart AS start, s.seqincrement AS increment, s.seqmin AS min, s.seqmax AS max, \
         s.seqcache AS cache, s.seqcycle AS cycle, d.deptype::text AS tie, \
         tn.nspname AS owner_schema, t.relname AS owner, a.attname AS owner_column, \
         'nextval(' || quote_literal(c.oid::regclass::text) || '::regclass)' AS next, {grants} AS grants \
         FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid \
         JOIN pg_namespace n ON n.oid = c.relnamespace \
         LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid \
             AND d.objsubid = 0 AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i') \
         LEFT JOIN pg_class t ON t.oid = d.refobjid \
         LEFT JOIN pg_namespace tn ON tn.oid = t.relnamespace \
         LEFT JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid \
         WHERE {} AND {}",
        reach.namespaces(),
        not_of_extension("pg_class", "c.oid"),
        grants = grants_of_relation(),
    )
}
