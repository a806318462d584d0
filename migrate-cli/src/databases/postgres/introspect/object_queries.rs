//! One question for everything that is more than a table. Each kind answers with the same columns:
//!
//! - `class`, `id`: what others lean on, where they can;
//! - `leaner_class`, `leaner`: what `pg_depend` knows as the one that leans;
//! - `owned_class`, `owned`: what a comment is about;
//! - `definition`: what the server prints, `detail`: what it has no printer for.

use super::queries::{Reach, grants, not_of_extension};

/// Everything but tables, enumerations and sequences, with all that it leans on.
pub fn objects() -> String {
    let kinds = [
        views(),
        routines(),
        types(),
        triggers(),
        rules(),
        policies(),
        statistics(),
        publications(),
    ]
    .join(" UNION ALL ");
    let reach = Reach::Users.namespaces();
    format!(
        "SELECT o.kind, n.nspname AS schema, o.name, h.relname AS table, hn.nspname AS table_schema, \
         o.signature, o.definition, o.detail, o.class, o.id::bigint, \
         CASE WHEN o.owner <> (SELECT oid FROM pg_roles WHERE rolname = current_user) \
             THEN pg_get_userbyid(o.owner)::text END AS owner, \
         (SELECT description FROM pg_description WHERE classoid = o.owned_class \
             AND objoid = o.owned AND objsubid = 0) AS comment, \
         {grants} AS grants, {leans} AS leans, {constraints} AS constraints \
         FROM ({kinds}) o JOIN pg_namespace n ON n.oid = o.namespace \
         LEFT JOIN pg_class h ON h.oid = o.hung LEFT JOIN pg_namespace hn ON hn.oid = h.relnamespace \
         WHERE {reach}",
        grants = grants_of_object(),
        leans = leans(),
        constraints = constraints(),
    )
}

/// What others than the owner may do. What is never said is what the server gives by itself.
fn grants_of_object() -> String {
    let grants = grants(
        "coalesce(o.acl, acldefault(o.acl_kind, o.owner))",
        "CASE WHEN o.class = 'relation' THEN o.id END",
        "o.owner",
    );
    format!("CASE WHEN o.acl_kind IS NOT NULL THEN {grants} END")
}

/// What an object leans on: an array's type stands for its element, a row type for its relation.
fn leans() -> &'static str {
    "(SELECT json_agg(DISTINCT jsonb_build_object(\
         'class', CASE WHEN rc.oid IS NOT NULL THEN 'relation' WHEN rt.oid IS NOT NULL THEN 'type' \
             ELSE 'routine' END, \
         'id', coalesce(rc.oid, rt.oid, d.refobjid)::bigint, \
         'kind', coalesce(rc.relkind::text, rt.typtype::text, 'f'), \
         'schema', rn.nspname, 'name', coalesce(rc.relname, rt.typname), 'column', a.attname)) \
     FROM pg_depend d \
     LEFT JOIN pg_type rd ON d.refclassid = 'pg_type'::regclass AND rd.oid = d.refobjid \
     LEFT JOIN pg_type rt ON rt.oid = CASE WHEN rd.typcategory = 'A' AND rd.typelem <> 0 \
         THEN rd.typelem ELSE rd.oid END \
     LEFT JOIN pg_class rc ON rc.oid = CASE WHEN d.refclassid = 'pg_class'::regclass \
         THEN d.refobjid ELSE nullif(rt.typrelid, 0) END \
     LEFT JOIN pg_namespace rn ON rn.oid = coalesce(rc.relnamespace, rt.typnamespace) \
     LEFT JOIN pg_attribute a ON a.attrelid = rc.oid AND a.attnum = d.refobjsubid \
         AND d.refobjsubid > 0 AND d.refclassid = 'pg_class'::regclass \
     WHERE (d.classid = o.leaner_class AND d.objid = o.leaner \
         OR o.constraints AND d.classid = 'pg_constraint'::regclass \
             AND d.objid IN (SELECT k.oid FROM pg_constraint k WHERE k.contypid = o.id)) \
     AND d.refclassid IN ('pg_class'::regclass, 'pg_type'::regclass, 'pg_proc'::regclass) \
     AND (rn.nspname IS NULL OR rn.nspname NOT IN ('pg_catalog', 'information_schema')) \
     AND NOT (o.class = 'relation' AND rc.oid IS NOT DISTINCT FROM o.id))"
}

/// The constraints it leans on: a view that groups by a primary key.
fn constraints() -> &'static str {
    "(SELECT json_agg(json_build_object('schema', kn.nspname, 'table', kc.relname, \
         'name', k.conname) ORDER BY kn.nspname, kc.relname, k.conname) \
     FROM pg_depend d JOIN pg_constraint k ON k.oid = d.refobjid \
     JOIN pg_class kc ON kc.oid = k.conrelid JOIN pg_namespace kn ON kn.oid = kc.relnamespace \
     WHERE d.classid = o.leaner_class AND d.objid = o.leaner \
     AND d.refclassid = 'pg_constraint'::regclass)"
}

/// A kind, with the columns in their order.
struct Kind<'a> {
    kind: &'a str,
    name: &'a str,
    namespace: &'a str,
    hung: &'a str,
    signature: &'a str,
    definition: &'a str,
    detail: &'a str,
    class: &'a str,
    id: &'a str,
    leaner: (&'a str, &'a str),
    owned: (&'a str, &'a str),
    owner: &'a str,
    acl: (&'a str, &'a str),
    constraints: bool,
    from: &'a str,
}

const NONE: &str = "NULL";

impl Default for Kind<'_> {
    fn default() -> Self {
        Self {
            kind: NONE,
            name: NONE,
            namespace: NONE,
            hung: NONE,
            signature: NONE,
            definition: NONE,
            detail: NONE,
            class: NONE,
            id: NONE,
            leaner: ("'pg_class'", NONE),
            owned: ("pg_class", NONE),
            owner: NONE,
            acl: (NONE, NONE),
            constraints: false,
            from: "",
        }
    }
}

impl Kind<'_> {
    fn select(&self) -> String {
        // Here and not around all kinds, so that nothing is printed of the server's own objects.
        let (from, condition) = match self.from.split_once(" WHERE ") {
            Some((from, condition)) => (from, format!(" AND ({condition})")),
            None => (self.from, String::new()),
        };
        format!(
            "SELECT {kind}::text AS kind, {name}::text AS name, {namespace}::oid AS namespace, \
             {hung}::oid AS hung, {signature}::text AS signature, {definition}::text AS definition, \
             {detail}::json AS detail, {class}::text AS class, {id}::oid AS id, \
             {leaner_class}::regclass::oid AS leaner_class, {leaner}::oid AS leaner, \
             '{owned_class}'::regclass::oid AS owned_class, {owned}::oid AS owned, \
             {owner}::oid AS owner, {acl}::aclitem[] AS acl, {acl_kind}::\"char\" AS acl_kind, \
             {constraints} AS constraints FROM {from} \
             WHERE {namespace} <> ALL (ARRAY(SELECT s.oid FROM pg_namespace s \
                 WHERE s.nspname = 'information_schema' OR s.nspname LIKE 'pg\\_%')){condition}",
            kind = self.kind,
            name = self.name,
            namespace = self.namespace,
            hung = self.hung,
            signature = self.signature,
            definition = self.definition,
            detail = self.detail,
            class = self.class,
            id = self.id,
            leaner_class = self.leaner.0,
            leaner = self.leaner.1,
            owned_class = self.owned.0,
            owned = self.owned.1,
            owner = self.owner,
            acl = self.acl.1,
            acl_kind = self.acl.0,
            constraints = self.constraints,
        )
    }
}

fn views() -> String {
    let of_extension = not_of_extension("pg_class", "c.oid");
    Kind {
        kind: "CASE c.relkind WHEN 'v' THEN 'view' ELSE 'materialized_view' END",
        name: "c.relname",
        namespace: "c.relnamespace",
        definition: "pg_get_viewdef(c.oid)",
        detail: "json_build_object('options', c.reloptions, 'unfilled', NOT c.relispopulated, \
             'method', (SELECT m.amname FROM pg_am m WHERE m.oid = c.relam AND m.amname <> 'heap'), \
             'columns', (SELECT json_agg(json_build_object('name', a.attname, \
                 'type', format_type(a.atttypid, a.atttypmod), 'collation', a.attcollation::bigint, \
                 'default', pg_get_expr(d.adbin, d.adrelid), \
                 'comment', col_description(c.oid, a.attnum)) ORDER BY a.attnum) \
                 FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid \
                     AND d.adnum = a.attnum \
                 WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped), \
             'indexes', (SELECT json_agg(json_build_object('name', i.relname, \
                 'definition', pg_get_indexdef(i.oid), \
                 'comment', obj_description(i.oid, 'pg_class')) ORDER BY i.relname) \
                 FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid WHERE x.indrelid = c.oid))",
        class: "'relation'",
        id: "c.oid",
        leaner: ("'pg_rewrite'", "r.oid"),
        owned: ("pg_class", "c.oid"),
        owner: "c.relowner",
        acl: ("'r'", "c.relacl"),
        from: &format!(
            "pg_class c JOIN pg_rewrite r ON r.ev_class = c.oid AND r.rulename = '_RETURN' \
             WHERE c.relkind IN ('v', 'm') AND {of_extension}"
        ),
        ..Kind::default()
    }
    .select()
}

fn routines() -> String {
    let of_extension = not_of_extension("pg_proc", "p.oid");
    Kind {
        kind: "CASE p.prokind WHEN 'p' THEN 'procedure' ELSE 'function' END",
        name: "p.proname",
        namespace: "p.pronamespace",
        signature: "oidvectortypes(p.proargtypes)",
        definition: &format!(
            "CASE WHEN p.prokind <> 'a' THEN pg_get_functiondef(p.oid) ELSE {} END",
            super::aggregates::definition()
        ),
        detail: "json_build_object('interface', ARRAY[p.prokind::text, \
             pg_get_function_result(p.oid), pg_get_function_identity_arguments(p.oid), \
             p.pronargdefaults::text])",
        class: "'routine'",
        id: "p.oid",
        leaner: ("'pg_proc'", "p.oid"),
        owned: ("pg_proc", "p.oid"),
        owner: "p.proowner",
        acl: ("'f'", "p.proacl"),
        // The constructors of a range come and go with it.
        from: &format!(
            "pg_proc p WHERE {of_extension} AND NOT EXISTS (SELECT FROM pg_depend i \
             WHERE i.classid = 'pg_proc'::regclass AND i.objid = p.oid AND i.deptype = 'i')"
        ),
        ..Kind::default()
    }
    .select()
}

fn types() -> String {
    let of_extension = not_of_extension("pg_type", "t.oid");
    let collation = "(SELECT quote_ident(l.collname) FROM pg_collation l WHERE l.oid = ";
    let detail = format!(
        "CASE t.typtype WHEN 'd' THEN json_build_object('type', format_type(t.typbasetype, t.typtypmod), \
             'collation', {collation}t.typcollation AND t.typcollation <> (SELECT b.typcollation \
                 FROM pg_type b WHERE b.oid = t.typbasetype)), \
             'default', pg_get_expr(t.typdefaultbin, 0), 'not_null', t.typnotnull, \
             'checks', (SELECT json_agg(json_build_object('name', k.conname, \
                 'expression', pg_get_expr(k.conbin, 0), 'not_valid', NOT k.convalidated, \
                 'comment', obj_description(k.oid, 'pg_constraint')) \
                 ORDER BY k.conname) FROM pg_constraint k \
                 WHERE k.contypid = t.oid AND k.contype = 'c')) \
         WHEN 'r' THEN (SELECT json_build_object('subtype', format_type(g.rngsubtype, NULL), \
             'class', (SELECT quote_ident(oc.opcname) FROM pg_opclass oc WHERE oc.oid = g.rngsubopc \
                 AND NOT oc.opcdefault), \
             'collation', {collation}g.rngcollation AND l.collname <> 'default'), \
             'difference', nullif(g.rngsubdiff, 0)::regproc::text) \
             FROM pg_range g WHERE g.rngtypid = t.oid) \
         ELSE json_build_object('attributes', (SELECT json_agg(json_build_object(\
             'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), \
             'collation', {collation}a.attcollation AND a.attcollation <> at.typcollation), \
             'comment', col_description(a.attrelid, a.attnum)) \
             ORDER BY a.attnum) FROM pg_attribute a JOIN pg_type at ON at.oid = a.atttypid \
             WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped)) END"
    );
    Kind {
        kind: "CASE t.typtype WHEN 'd' THEN 'domain' ELSE 'type' END",
        name: "t.typname",
        namespace: "t.typnamespace",
        detail: &detail,
        class: "CASE t.typtype WHEN 'c' THEN 'relation' ELSE 'type' END",
        id: "CASE t.typtype WHEN 'c' THEN t.typrelid ELSE t.oid END",
        leaner: (
            "CASE t.typtype WHEN 'c' THEN 'pg_class'::regclass ELSE 'pg_type'::regclass END",
            "CASE t.typtype WHEN 'c' THEN t.typrelid ELSE t.oid END",
        ),
        owned: ("pg_type", "t.oid"),
        owner: "t.typowner",
        acl: ("'T'", "t.typacl"),
        constraints: true,
        from: &format!(
            "pg_type t LEFT JOIN pg_class c ON c.oid = t.typrelid \
             WHERE (t.typtype IN ('d', 'r') OR t.typtype = 'c' AND c.relkind = 'c') AND {of_extension}"
        ),
        ..Kind::default()
    }
    .select()
}

fn triggers() -> String {
    Kind {
        kind: "'trigger'",
        name: "o.tgname",
        namespace: "c.relnamespace",
        hung: "c.oid",
        definition: "pg_get_triggerdef(o.oid)",
        detail: "json_build_object('enabled', o.tgenabled::text)",
        leaner: ("'pg_trigger'", "o.oid"),
        owned: ("pg_trigger", "o.oid"),
        from: "pg_trigger o JOIN pg_class c ON c.oid = o.tgrelid \
             WHERE NOT o.tgisinternal AND coalesce((to_jsonb(o) ->> 'tgparentid')::oid, 0) = 0",
        ..Kind::default()
    }
    .select()
}

fn rules() -> String {
    Kind {
        kind: "'rule'",
        name: "o.rulename",
        namespace: "c.relnamespace",
        hung: "c.oid",
        definition: "pg_get_ruledef(o.oid)",
        detail: "json_build_object('enabled', o.ev_enabled::text)",
        leaner: ("'pg_rewrite'", "o.oid"),
        owned: ("pg_rewrite", "o.oid"),
        from: "pg_rewrite o JOIN pg_class c ON c.oid = o.ev_class WHERE o.rulename <> '_RETURN'",
        ..Kind::default()
    }
    .select()
}

fn policies() -> String {
    Kind {
        kind: "'policy'",
        name: "o.polname",
        namespace: "c.relnamespace",
        hung: "c.oid",
        detail: "json_build_object('permissive', o.polpermissive, 'command', o.polcmd::text, \
             'roles', (SELECT json_agg(CASE WHEN u.id = 0 THEN '' ELSE pg_get_userbyid(u.id)::text END \
                 ORDER BY pg_get_userbyid(u.id)) FROM unnest(o.polroles) u (id)), \
             'using', pg_get_expr(o.polqual, o.polrelid), \
             'check', pg_get_expr(o.polwithcheck, o.polrelid))",
        leaner: ("'pg_policy'", "o.oid"),
        owned: ("pg_policy", "o.oid"),
        from: "pg_policy o JOIN pg_class c ON c.oid = o.polrelid",
        ..Kind::default()
    }
    .select()
}

fn statistics() -> String {
    Kind {
        kind: "'statistics'",
        name: "o.stxname",
        namespace: "o.stxnamespace",
        hung: "o.stxrelid",
        definition: "pg_get_statisticsobjdef(o.oid)",
        detail: "json_build_object('target', to_jsonb(o) ->> 'stxstattarget')",
        leaner: ("'pg_statistic_ext'", "o.oid"),
        owned: ("pg_statistic_ext", "o.oid"),
        owner: "o.stxowner",
        from: "pg_statistic_ext o",
        ..Kind::default()
    }
    .select()
}

fn publications() -> String {
    Kind {
        kind: "'publication'",
        name: "p.pubname",
        namespace: "c.relnamespace",
        hung: "c.oid",
        leaner: ("'pg_publication_rel'", "r.oid"),
        owned: ("pg_publication_rel", "r.oid"),
        from: "pg_publication_rel r JOIN pg_publication p ON p.oid = r.prpubid \
             JOIN pg_class c ON c.oid = r.prrelid",
        ..Kind::default()
    }
    .select()
}
