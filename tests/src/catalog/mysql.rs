//! What the catalogs of MariaDB and MySQL are asked.

use migrate_cli::Connection;

use super::{all, ask};

const OF_MARIADB: &[(&str, &str)] = &[
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
];

/// What both answer alike.
const OF_BOTH: &[(&str, &str)] = &[
    (
        "table",
        "SELECT table_name, table_type, engine, table_collation, row_format, table_comment
         FROM information_schema.tables WHERE table_schema = DATABASE()",
    ),
    (
        "view",
        "SELECT table_name, REPLACE(view_definition, CONCAT('`', DATABASE(), '`.'), ''),
                check_option, security_type
         FROM information_schema.views WHERE table_schema = DATABASE()",
    ),
    // MySQL keeps the semicolon behind a body where several statements are sent together.
    (
        "trigger",
        "SELECT event_object_table, trigger_name, action_timing, event_manipulation, action_order,
                TRIM(TRAILING ';' FROM action_statement)
         FROM information_schema.triggers WHERE trigger_schema = DATABASE()",
    ),
    (
        "routine",
        "SELECT routine_name, routine_type, dtd_identifier, is_deterministic, sql_data_access,
                security_type, routine_comment, TRIM(TRAILING ';' FROM routine_definition)
         FROM information_schema.routines WHERE routine_schema = DATABASE()",
    ),
    (
        "parameter",
        "SELECT specific_name, routine_type, ordinal_position, parameter_mode, parameter_name,
                dtd_identifier
         FROM information_schema.parameters WHERE specific_schema = DATABASE()",
    ),
    (
        "event",
        "SELECT event_name, event_type, execute_at, interval_value, interval_field, ends, status,
                on_completion, event_comment, TRIM(TRAILING ';' FROM event_definition)
         FROM information_schema.events WHERE event_schema = DATABASE()",
    ),
];

const OF_MYSQL: &[(&str, &str)] = &[
    (
        "column",
        "SELECT table_name, column_name, column_type, is_nullable, column_default, extra,
                collation_name, column_comment, generation_expression, srs_id
         FROM information_schema.columns WHERE table_schema = DATABASE()",
    ),
    (
        "key",
        "SELECT table_name, index_name, non_unique, index_type, index_comment, is_visible,
                GROUP_CONCAT(CONCAT(IFNULL(column_name, expression),
                                    IFNULL(CONCAT('(', sub_part, ')'), ''), IFNULL(collation, ''))
                             ORDER BY seq_in_index)
         FROM information_schema.statistics WHERE table_schema = DATABASE()
         GROUP BY 1, 2, 3, 4, 5, 6",
    ),
    (
        "foreign key",
        "SELECT k.table_name, k.constraint_name,
                GROUP_CONCAT(k.column_name ORDER BY k.ordinal_position),
                k.referenced_table_name,
                GROUP_CONCAT(k.referenced_column_name ORDER BY k.ordinal_position),
                r.update_rule, r.delete_rule
         FROM information_schema.key_column_usage k
         JOIN information_schema.referential_constraints r
           USING (constraint_schema, constraint_name, table_name)
         WHERE k.table_schema = DATABASE() AND k.referenced_table_name IS NOT NULL
         GROUP BY 1, 2, 4, 6, 7",
    ),
    (
        "check",
        "SELECT t.table_name, c.constraint_name, c.check_clause, t.enforced
         FROM information_schema.check_constraints c
         JOIN information_schema.table_constraints t USING (constraint_schema, constraint_name)
         WHERE c.constraint_schema = DATABASE()",
    ),
];

/// The answers of MariaDB.
pub fn mariadb(connection: &mut dyn Connection) -> Vec<String> {
    [ask(connection, OF_BOTH), ask(connection, OF_MARIADB)].concat()
}

/// The answers of MySQL, and each table as it shows it: no other place has all of a default, a
/// parser, a partition or an option.
pub fn mysql(connection: &mut dyn Connection) -> Vec<String> {
    let mut lines = [ask(connection, OF_BOTH), ask(connection, OF_MYSQL)].concat();
    let tables = "SELECT table_name FROM information_schema.tables
                  WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'";
    for row in all(connection, tables) {
        let [Some(table)] = &row[..] else { continue };
        let show = format!("SHOW CREATE TABLE `{}`", table.replace('`', "``"));
        for row in all(connection, &show) {
            let [_, Some(text)] = &row[..] else { continue };
            lines.extend(text.lines().map(|line| shown(table, line)));
        }
    }
    lines.iter().map(|line| settled(line)).collect()
}

/// A line without what MySQL itself spells otherwise after an ALTER of something else: negative
/// numbers in expressions, `-(1)` and `-1`, and the character set of texts, which is the connection's.
fn settled(line: &str) -> String {
    let mut rest = line;
    let mut settled = String::new();
    while let Some((before, after)) = rest.split_once("-(") {
        let end = after.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(0);
        let number = &after[..end];
        settled.push_str(before);
        rest = match after[end..].strip_prefix(')') {
            Some(after) if !number.is_empty() => {
                settled.push('-');
                settled.push_str(number);
                after
            }
            _ => {
                settled.push_str("-(");
                after
            }
        };
    }
    settled.push_str(rest);
    without_charsets(&settled)
}

/// Without the names of character sets before texts: `_utf8mb4'a'`, `_latin1\'b\'`.
fn without_charsets(line: &str) -> String {
    let without = |piece: &str| {
        let quote = if piece.ends_with("\\'") { "\\'" } else { "'" };
        let Some(before) = piece.strip_suffix(quote) else { return piece.to_owned() };
        let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let start = before.trim_end_matches(word);
        match before[start.len()..].starts_with('_') {
            true => format!("{start}{quote}"),
            false => piece.to_owned(),
        }
    };
    line.split_inclusive('\'').map(without).collect()
}

/// A line of what is shown, without what tells of its place among the others or of the rows, and
/// without the collation: whether it is shown hangs on how it came to be, and the column tells it.
fn shown(table: &str, line: &str) -> String {
    let mut words = line.trim().trim_end_matches(',').split(' ');
    let mut kept = Vec::new();
    while let Some(word) = words.next() {
        match word {
            "CHARACTER" => words.nth(1),
            "COLLATE" => words.next(),
            _ if word.starts_with("AUTO_INCREMENT=") => None,
            _ => {
                kept.push(word);
                None
            }
        };
    }
    format!("shown {table}: {}", kept.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_server_spells_in_two_ways_is_one() {
        assert_eq!(settled("`a` >= -(1.5) and -(`b`) <> -(2)"), "`a` >= -1.5 and -(`b`) <> -2");
        assert_eq!(settled("(_utf8mb4'x', _latin1'y', _utf8mb4\\'z\\')"), "('x', 'y', \\'z\\')");
    }

    #[test]
    fn a_shown_line_says_what_holds_and_not_how_it_came_to_be() {
        let line = "  `a` varchar(9) CHARACTER SET latin1 COLLATE latin1_bin NOT NULL,";
        assert_eq!(shown("t", line), "shown t: `a` varchar(9) NOT NULL");
        let line = ") ENGINE=InnoDB AUTO_INCREMENT=7 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin";
        assert_eq!(
            shown("t", line),
            "shown t: ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin"
        );
    }
}
