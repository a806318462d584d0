//! A database's schema as its own catalog tells it, read without any of the tool's code, as
//! sorted lines: two databases hold the same schema when their lines are equal. The order of
//! columns is left out, because a migration appends.

use migrate_cli::{Connection, Row};

use crate::servers::{Backend, Database};

/// The lines of a database.
pub fn read(database: &Database) -> Vec<String> {
    let mut connection = database.connect();
    let mut lines = match database.backend {
        Backend::Sqlite => sqlite(connection.as_mut()),
        Backend::Postgres => ask(connection.as_mut(), POSTGRES),
        Backend::Mysql => ask(connection.as_mut(), MYSQL),
    };
    lines.retain(|line| !line.contains("__diesel_schema_migrations"));
    lines.sort();
    lines
}

/// Every table's rows, as sorted lines of `table|column=value|…` for the tables given.
pub fn rows(connection: &mut dyn Connection, query: &str) -> Vec<String> {
    let mut lines: Vec<String> = all(connection, query).iter().map(line).collect();
    lines.sort();
    lines
}

fn all(connection: &mut dyn Connection, sql: &str) -> Vec<Row> {
    connection.query(sql).unwrap_or_else(|e| panic!("{e}\n{sql}"))
}

fn line(row: &Row) -> String {
    let values = row.iter().map(|value| match value {
        Some(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        None => "NULL".to_owned(),
    });
    values.collect::<Vec<_>>().join(" | ")
}

fn ask(connection: &mut dyn Connection, questions: &[(&str, &str)]) -> Vec<String> {
    let mut lines = Vec::new();
    for (kind, sql) in questions {
        lines.extend(all(connection, sql).iter().map(|row| format!("{kind} {}", line(row))));
    }
    lines
}

/// Names, types, keys and options from the pragmas; what only the text of the statement knows
/// (checks, constraint names) as the text without quotes and white space.
fn sqlite(connection: &mut dyn Connection) -> Vec<String> {
    let mut lines = ask(connection, SQLITE);
    for row in all(
        connection,
        "SELECT type, name, tbl_name, sql FROM sqlite_master
         WHERE sql IS NOT NULL AND type <> 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    ) {
        let [kind, name, table, Some(sql)] = &row[..] else { continue };
        let text: String = sql
            .to_lowercase()
            .chars()
            .filter(|c| !c.is_whitespace() && !"\"`[]".contains(*c))
            .collect();
        lines.push(format!("{kind:?} {table:?}.{name:?} {text}"));
    }
    lines
}

const SQLITE: &[(&str, &str)] = &[
    (
        "table",
        "SELECT t.name, t.wr, t.strict, lower(m.sql) LIKE '%autoincrement%'
         FROM pragma_table_list t JOIN sqlite_master m ON m.name = t.name
         WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    ),
    (
        "column",
        "SELECT t.name, c.name, lower(c.type), c.\"notnull\", c.dflt_value, c.pk, c.hidden
         FROM pragma_table_list t, pragma_table_xinfo(t.name) c
         WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    ),
    (
        "foreign key",
        "SELECT t.name, k.\"table\", k.on_update, k.on_delete,
                group_concat(k.\"from\" || '->' || ifnull(k.\"to\", ''))
         FROM pragma_table_list t, pragma_foreign_key_list(t.name) k
         WHERE t.type = 'table' GROUP BY t.name, k.id",
    ),
    (
        "key",
        "SELECT t.name, i.origin, i.\"unique\", i.partial,
                (SELECT group_concat(ifnull(x.name, '?') || x.desc || x.coll)
                 FROM pragma_index_xinfo(i.name) x WHERE x.key)
         FROM pragma_table_list t, pragma_index_list(t.name) i
         WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    ),
    (
        "checks",
        "SELECT name, (length(sql) - length(replace(lower(sql), 'check', ''))) / 5
         FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    ),
];

macro_rules! mine {
    ($sql:literal) => {
        concat!(
            $sql,
            " WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_%' "
        )
    };
}

const POSTGRES: &[(&str, &str)] = &[
    (
        "table",
        concat!(
            mine!(
                "SELECT n.nspname, c.relname, c.relkind, c.relpersistence, c.reloptions,
                        obj_description(c.oid, 'pg_class')
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
                        a.attgenerated, co.collname, col_description(c.oid, a.attnum)
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
            "AND k.contype IN ('p', 'u', 'f', 'c', 'x')"
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
                    s.seqcycle, s.seqcache, format_type(s.seqtypid, NULL)
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
        "view",
        concat!(
            mine!(
                "SELECT n.nspname, c.relname, pg_get_viewdef(c.oid)
                 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
            ),
            "AND c.relkind IN ('v', 'm')"
        ),
    ),
];

const MYSQL: &[(&str, &str)] = &[
    (
        "table",
        "SELECT table_name, table_type, engine, table_collation, row_format, table_comment
         FROM information_schema.tables WHERE table_schema = DATABASE()",
    ),
    (
        "column",
        "SELECT table_name, column_name, column_type, is_nullable, column_default, extra,
                collation_name, column_comment, generation_expression
         FROM information_schema.columns WHERE table_schema = DATABASE()",
    ),
    (
        "key",
        // BINARY: the catalog's own collation takes `Item` and `item` for one.
        "SELECT BINARY s.table_name, BINARY s.index_name, s.non_unique, s.index_type,
                s.index_comment, s.ignored,
                GROUP_CONCAT(CONCAT(s.column_name, IFNULL(CONCAT('(', s.sub_part, ')'), ''),
                                    IFNULL(s.collation, '')) ORDER BY s.seq_in_index)
         FROM information_schema.statistics s WHERE s.table_schema = DATABASE()
         GROUP BY 1, 2, 3, 4, 5, 6",
    ),
    (
        "foreign key",
        "SELECT BINARY k.table_name, BINARY k.constraint_name,
                GROUP_CONCAT(k.column_name ORDER BY k.ordinal_position),
                BINARY k.referenced_table_name,
                GROUP_CONCAT(k.referenced_column_name ORDER BY k.ordinal_position),
                r.update_rule, r.delete_rule
         FROM information_schema.key_column_usage k
         JOIN information_schema.referential_constraints r
           ON r.constraint_schema = k.constraint_schema
              AND BINARY r.constraint_name = BINARY k.constraint_name
              AND BINARY r.table_name = BINARY k.table_name
         WHERE k.table_schema = DATABASE() AND k.referenced_table_name IS NOT NULL
         GROUP BY 1, 2, 4, 6, 7",
    ),
    (
        "check",
        "SELECT table_name, constraint_name, check_clause
         FROM information_schema.check_constraints WHERE constraint_schema = DATABASE()",
    ),
    (
        "view",
        "SELECT table_name, REPLACE(view_definition, CONCAT('`', DATABASE(), '`.'), '')
         FROM information_schema.views WHERE table_schema = DATABASE()",
    ),
    (
        "trigger",
        "SELECT event_object_table, trigger_name, action_timing, event_manipulation, action_statement
         FROM information_schema.triggers WHERE trigger_schema = DATABASE()",
    ),
];
