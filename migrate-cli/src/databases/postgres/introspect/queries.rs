//! The questions, a constant number of them. A row has a value for each field of the struct that it is read into,
//! in the order of the fields. What has several values is JSON, and is only made for the few rows that have any.
//!
//! Properties that only newer servers have are read by [`with_new`].

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

/// A catalog with columns that older servers lack, each with what counts there: within the parentheses a bare name means
/// the catalog's column where there is one, and else that of the row beside it.
fn with_new(catalog: &str, alias: &str, columns: &[(&str, &str)]) -> String {
    let stand_ins: Vec<String> =
        columns.iter().map(|(name, value)| format!("{value} AS {name}")).collect();
    let named: Vec<String> =
        columns.iter().map(|(name, _)| format!("{name} AS new_{name}")).collect();
    format!(
        "(SELECT {}) {alias}_old CROSS JOIN LATERAL (SELECT own.*, {} FROM {catalog} own) {alias}",
        stand_ins.join(", "),
        named.join(", ")
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

/// Names stand bare that are in this namespace, and no others.
pub const BY_DEFAULT_PATH: &str = "SELECT set_config('search_path', \
    quote_ident(coalesce(current_schema(), 'public')), true)";

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
    format!(
        "CASE WHEN c.relacl IS NOT NULL \
             OR c.oid IN (SELECT attrelid FROM pg_attribute WHERE attacl IS NOT NULL) THEN {} END",
        grants("c.relacl", "c.oid", "c.relowner")
    )
}

/// [`TableRow`](super::rows::TableRow)
pub fn tables(reach: Reach) -> String {
    format!(
        "SELECT c.oid, n.nspname, c.relname, c.relkind, c.relpersistence = 'u', c.relrowsecurity, \
         c.relforcerowsecurity, c.relreplident, \
         CASE WHEN c.reloptions IS NOT NULL OR toast.reloptions IS NOT NULL THEN to_json(array_cat(c.reloptions, \
             (SELECT array_agg('toast.' || o) FROM unnest(toast.reloptions) o))) END, \
         note.description, {grants}, c.reloftype <> 0, \
         CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END, \
         CASE WHEN c.relispartition THEN pg_get_expr(c.relpartbound, c.oid) END, \
         CASE WHEN c.oid IN (SELECT inhrelid FROM pg_inherits) THEN \
             (SELECT json_agg(json_build_object('schema', hn.nspname, 'name', hc.relname) \
             ORDER BY h.inhseqno) FROM pg_inherits h JOIN pg_class hc ON hc.oid = h.inhparent \
             JOIN pg_namespace hn ON hn.oid = hc.relnamespace WHERE h.inhrelid = c.oid) END \
         FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace \
         LEFT JOIN pg_class toast ON toast.oid = c.reltoastrelid {note} \
         WHERE c.relkind IN ('r', 'p', 'f') AND {reach} AND {own}",
        grants = grants_of_relation(),
        note = comment("note", "pg_class", "c.oid"),
        reach = reach.namespaces(),
        own = not_of_extension("pg_class", "c.oid"),
    )
}

/// [`ColumnRow`](super::rows::ColumnRow), by table and number.
pub fn columns(reach: Reach) -> String {
    format!(
        "SELECT a.attrelid, a.attnum, a.attname, \
         format_type(a.atttypid, a.atttypmod), NOT a.attnotnull, \
         CASE WHEN d.oid IS NOT NULL THEN pg_get_expr(d.adbin, d.adrelid) END, a.attgenerated, \
         a.attidentity, note.description, \
         CASE WHEN a.attcollation <> t.typcollation THEN {collation} END, \
         CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage END, \
         nullif(a.new_attcompression::text, ''), \
         nullif(a.attstattarget, -1), to_json(a.attoptions), \
         a.attinhcount > 0, a.attislocal \
         FROM {attributes} JOIN pg_class c ON c.oid = a.attrelid \
         JOIN pg_namespace n ON n.oid = c.relnamespace \
         JOIN pg_type t ON t.oid = a.atttypid \
         LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum \
         LEFT JOIN pg_description note ON note.classoid = 'pg_class'::regclass \
             AND note.objoid = a.attrelid AND note.objsubid = a.attnum \
         WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'f') AND {reach} \
         ORDER BY a.attrelid, a.attnum",
        collation = collation("a.attcollation"),
        attributes = with_new("pg_attribute", "a", &[("attcompression", "''")]),
        reach = reach.namespaces()
    )
}

/// [`ConstraintRow`](super::rows::ConstraintRow)
pub fn constraints(reach: Reach) -> String {
    format!(
        "SELECT k.conrelid, k.confrelid, k.conname, k.contype, k.condeferrable, k.condeferred, \
         NOT k.convalidated AND k.new_conenforced, NOT k.new_conenforced, \
         k.new_conperiod, k.connoinherit, \
         CASE WHEN k.conbin IS NOT NULL THEN pg_get_expr(k.conbin, k.conrelid) END, \
         to_json(k.conkey), fn.nspname, f.relname, to_json(k.confkey), \
         k.confupdtype, k.confdeltype, \
         k.confmatchtype = 'f', to_json(k.new_confdelsetcols), \
         coalesce(x.new_indnullsnotdistinct, false), \
         CASE WHEN k.contype IN ('p', 'u') AND x.indnatts > x.indnkeyatts \
             THEN to_json((x.indkey::int2[])[x.indnkeyatts : x.indnatts - 1]) END, \
         CASE WHEN k.contype = 'x' THEN pg_get_constraintdef(k.oid) END, \
         note.description, to_json(i.reloptions), \
         index_note.description, \
         coalesce(x.indisclustered, false), \
         coalesce(x.indisreplident, false), \
         CASE WHEN k.conparentid <> 0 THEN (SELECT p.conname FROM pg_constraint p \
             WHERE p.oid = k.conparentid) WHEN k.coninhcount > 0 THEN k.conname END, \
         k.conislocal, \
         k.contype = 'f' AND k.conparentid <> 0 AND k.conrelid IS NOT DISTINCT FROM \
             (SELECT p.conrelid FROM pg_constraint p WHERE p.oid = k.conparentid) \
         FROM {constraints} JOIN pg_class c ON c.oid = k.conrelid \
         JOIN pg_namespace n ON n.oid = c.relnamespace \
         LEFT JOIN pg_class f ON f.oid = k.confrelid \
         LEFT JOIN pg_namespace fn ON fn.oid = f.relnamespace \
         LEFT JOIN ({indexes}) ON x.indexrelid = k.conindid AND k.contype IN ('p', 'u', 'x') \
         LEFT JOIN pg_class i ON i.oid = x.indexrelid \
         {note} {index_note} WHERE k.contype IN ('p', 'u', 'f', 'c', 'x', 'n') \
         AND {reach}",
        constraints = with_new(
            "pg_constraint",
            "k",
            &[("conenforced", "true"), ("conperiod", "false"), ("confdelsetcols", "NULL::int2[]")]
        ),
        indexes = with_new("pg_index", "x", &[("indnullsnotdistinct", "false")]),
        note = comment("note", "pg_constraint", "k.oid"),
        index_note = comment("index_note", "pg_class", "i.oid"),
        reach = reach.namespaces(),
    )
}

/// Of the indexes `x` of tables, those that no constraint has.
fn by_themselves(reach: Reach) -> String {
    format!(
        "c.relkind IN ('r', 'p') AND NOT EXISTS (SELECT FROM pg_constraint k \
             WHERE k.conindid = x.indexrelid AND k.contype IN ('p', 'u', 'x')) AND {}",
        reach.namespaces()
    )
}

/// [`IndexRow`](super::rows::IndexRow)
pub fn indexes(reach: Reach) -> String {
    format!(
        "SELECT x.indexrelid, x.indrelid, i.relname, m.amname, \
         x.indisunique, x.indisvalid, pg_get_indexdef(x.indexrelid), to_json(i.reloptions), \
         x.new_indnullsnotdistinct, \
         CASE WHEN x.indpred IS NOT NULL THEN pg_get_expr(x.indpred, x.indrelid) END, note.description, \
         x.indisclustered, x.indisreplident, \
         CASE WHEN i.relispartition THEN (SELECT pi.relname FROM pg_inherits h \
             JOIN pg_class pi ON pi.oid = h.inhparent WHERE h.inhrelid = i.oid) END, \
         to_json(x.indkey::int2[]), to_json(x.indoption::int2[]) \
         FROM {indexes} JOIN pg_class i ON i.oid = x.indexrelid \
         JOIN pg_class c ON c.oid = x.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace \
         JOIN pg_am m ON m.oid = i.relam {note} WHERE {by_themselves}",
        indexes = with_new("pg_index", "x", &[("indnullsnotdistinct", "false")]),
        note = comment("note", "pg_class", "i.oid"),
        by_themselves = by_themselves(reach),
    )
}

/// [`IndexPartRow`](super::rows::IndexPartRow): the parts of these indexes that are more than a column.
pub fn index_parts(reach: Reach) -> String {
    format!(
        "SELECT * FROM (SELECT x.indexrelid, k.attnum, \
             CASE WHEN x.indkey[k.attnum - 1] = 0 THEN pg_get_indexdef(x.indexrelid, k.attnum, false) END AS expression, \
             CASE WHEN x.indcollation[k.attnum - 1] <> 0 AND k.attnum <= x.indnkeyatts \
                 AND x.indcollation[k.attnum - 1] <> coalesce(a.attcollation, kt.typcollation) \
                 THEN {collation} END AS other_collation, \
             CASE WHEN NOT (oc.opcdefault AND (oc.opcintype = ty.base OR (oc.opcmethod, ty.base) NOT IN ( \
                     SELECT opcmethod, opcintype FROM pg_opclass WHERE opcdefault))) \
                 OR k.attoptions IS NOT NULL AND {class_options} IS NOT NULL THEN \
                 CASE WHEN pg_opclass_is_visible(oc.oid) THEN '' ELSE quote_ident(ocn.nspname) || '.' END \
                 || quote_ident(oc.opcname) END AS class, \
             CASE WHEN k.attoptions IS NOT NULL THEN to_json({class_options}) END AS class_options, \
             nullif(k.attstattarget, -1) AS statistics \
          FROM pg_index x JOIN pg_class c ON c.oid = x.indrelid \
          JOIN pg_namespace n ON n.oid = c.relnamespace \
          JOIN pg_attribute k ON k.attrelid = x.indexrelid \
          JOIN pg_type kt ON kt.oid = k.atttypid \
          LEFT JOIN pg_attribute a ON a.attrelid = x.indrelid AND x.indkey[k.attnum - 1] <> 0 \
              AND a.attnum = x.indkey[k.attnum - 1] \
          LEFT JOIN pg_type at ON at.oid = a.atttypid \
          CROSS JOIN LATERAL (SELECT CASE WHEN at.typtype = 'd' THEN at.typbasetype \
              ELSE coalesce(a.atttypid, k.atttypid) END AS base) ty \
          LEFT JOIN pg_opclass oc ON k.attnum <= x.indnkeyatts AND oc.oid = x.indclass[k.attnum - 1] \
          LEFT JOIN pg_namespace ocn ON ocn.oid = oc.opcnamespace \
          WHERE {by_themselves}) q \
         WHERE expression IS NOT NULL OR other_collation IS NOT NULL OR class IS NOT NULL \
             OR class_options IS NOT NULL OR statistics IS NOT NULL",
        collation = collation("x.indcollation[k.attnum - 1]"),
        // 17 writes parameters of its own.
        class_options =
            "(SELECT array_agg(p) FROM unnest(k.attoptions) p WHERE p NOT LIKE 'pg\\_%')",
        by_themselves = by_themselves(reach),
    )
}

pub fn collations(reach: Reach) -> String {
    format!(
        "SELECT n.nspname, l.collname, l.collprovider, \
         coalesce(to_jsonb(l) ->> 'colllocale', to_jsonb(l) ->> 'colliculocale', l.collcollate), \
         l.collctype, coalesce((to_jsonb(l) ->> 'collisdeterministic')::boolean, true), \
         to_jsonb(l) ->> 'collicurules', note.description \
         FROM pg_collation l JOIN pg_namespace n ON n.oid = l.collnamespace {} \
         WHERE l.collprovider IN ('i', 'c', 'b') AND {} AND {}",
        comment("note", "pg_collation", "l.oid"),
        reach.namespaces(),
        not_of_extension("pg_collation", "l.oid")
    )
}

pub fn enums(reach: Reach) -> String {
    format!(
        "SELECT n.nspname, t.typname, pg_type_is_visible(t.oid), \
         (SELECT coalesce(json_agg(e.enumlabel ORDER BY e.enumsortorder), '[]') \
          FROM pg_enum e WHERE e.enumtypid = t.oid) \
         FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace \
         WHERE t.typtype = 'e' AND {} AND {}",
        reach.namespaces(),
        not_of_extension("pg_type", "t.oid")
    )
}

pub fn sequences(reach: Reach) -> String {
    format!(
        "SELECT n.nspname, c.relname, format_type(s.seqtypid, NULL), \
         s.seqstart, s.seqincrement, s.seqmin, s.seqmax, \
         s.seqcache, s.seqcycle, d.deptype, \
         tn.nspname, t.relname, a.attname, \
         'nextval(' || quote_literal(c.oid::regclass::text) || '::regclass)', {grants} \
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
