//! MariaDB and MySQL.

mod alter;
mod column;
mod create;

use model_core::schema::{
    Index, IndexColumn, IndexTarget, KeyColumn, PrimaryKey, QualifiedName, Sequence, SortOrder,
};

pub(crate) use column::value_literal;
pub(crate) use create::options;

use crate::plan::Step;

/// An identifier, quoted.
pub fn quote(identifier: &str) -> String {
    format!("`{}`", identifier.replace('`', "``"))
}

/// A text literal, escaped and quoted. Wrong under NO_BACKSLASH_ESCAPES where a backslash is in
/// it, so a plan with one switches that mode off.
pub fn literal(text: &str) -> String {
    let mut sql = String::with_capacity(text.len() + 2);
    sql.push('\'');
    for c in text.chars() {
        match c {
            '\'' => sql.push_str("''"),
            '\\' => sql.push_str("\\\\"),
            '\0' => sql.push_str("\\0"),
            // Left as it is, a client on Windows would read it as the end of the file.
            '\u{1a}' => sql.push_str("\\Z"),
            c => sql.push(c),
        }
    }
    sql.push('\'');
    sql
}

/// The SQL of one step.
pub fn render(step: &Step) -> String {
    match step {
        Step::CreateTable(table) => create::table(table),
        Step::DropTable(table) => format!("DROP TABLE {}", name(table)),
        Step::RenameTable { from, to } => format!("RENAME TABLE {} TO {}", name(from), name(to)),
        Step::AlterTable { table, clauses } => alter::table(table, clauses),
        Step::CreateIndex { table, index } => {
            format!("ALTER TABLE {} ADD {}", name(table), self::index(index))
        }
        Step::DropIndex { table, name: index } => {
            format!("ALTER TABLE {} DROP INDEX {}", name(table), quote(index))
        }
        Step::RenameIndex { table, from, to } => {
            let (from, to) = (quote(from), quote(to));
            format!("ALTER TABLE {} RENAME INDEX {from} TO {to}", name(table))
        }
        Step::CreateSequence(sequence) => {
            format!("CREATE SEQUENCE {}{}", name(&sequence.name), sequence_options(sequence))
        }
        Step::AlterSequence { after, .. } => {
            format!("ALTER SEQUENCE {}{}", name(&after.name), sequence_options(after))
        }
        Step::DropSequence(sequence) => format!("DROP SEQUENCE {}", name(sequence)),
        Step::Statement(sql) => sql.clone(),
        // What only PostgreSQL has; no plan for this database makes one.
        Step::CreateNamespace(_)
        | Step::DropNamespace(_)
        | Step::CreateExtension(_)
        | Step::CreateEnum(_)
        | Step::DropEnum(_)
        | Step::RenameEnum { .. }
        | Step::RenameEnumValue { .. }
        | Step::AddEnumValue { .. }
        | Step::Comment { .. } => String::new(),
    }
}

/// A table's name, with its database where that is another one.
pub(crate) fn name(table: &QualifiedName) -> String {
    match &table.schema {
        Some(schema) => format!("{}.{}", quote(schema), quote(&table.name)),
        None => quote(&table.name),
    }
}

/// Names, quoted, with commas between them.
fn names(names: &[String]) -> String {
    names.iter().map(|n| quote(n)).collect::<Vec<_>>().join(", ")
}

fn index(index: &Index) -> String {
    let columns: Vec<String> = index.columns.iter().map(index_column).collect();
    let method = index.method.as_deref().unwrap_or_default();
    let kind = match method {
        "FULLTEXT" | "SPATIAL" => format!("{method} "),
        _ if index.unique => "UNIQUE ".to_owned(),
        _ => String::new(),
    };
    let mut sql = format!("{kind}INDEX {} ({})", quote(&index.name), columns.join(", "));
    if matches!(method, "HASH" | "BTREE") {
        sql += &format!(" USING {method}");
    }
    if let Some(comment) = &index.comment {
        sql += &format!(" COMMENT {}", literal(comment));
    }
    if let Some(word) = index.options.get("invisible") {
        sql += &format!(" {word}");
    }
    sql
}

fn index_column(column: &IndexColumn) -> String {
    let mut sql = match &column.target {
        IndexTarget::Column(name) => quote(name),
        IndexTarget::Expression(expression) => format!("({expression})"),
    };
    part_suffix(&mut sql, column.prefix, column.order);
    sql
}

fn primary_key(key: &PrimaryKey) -> String {
    let columns: Vec<String> = key.columns.iter().map(key_column).collect();
    let mut sql = format!("PRIMARY KEY ({})", columns.join(", "));
    if let Some(comment) = &key.comment {
        sql += &format!(" COMMENT {}", literal(comment));
    }
    sql
}

fn key_column(column: &KeyColumn) -> String {
    let mut sql = quote(&column.name);
    part_suffix(&mut sql, column.prefix, column.order);
    sql
}

fn part_suffix(sql: &mut String, prefix: Option<u32>, order: SortOrder) {
    if let Some(length) = prefix {
        *sql += &format!("({length})");
    }
    if !order.is_ascending() {
        *sql += " DESC";
    }
}

fn sequence_options(sequence: &Sequence) -> String {
    let options = &sequence.options;
    let numbers = [
        ("START WITH", options.start),
        ("MINVALUE", options.min),
        ("MAXVALUE", options.max),
        ("INCREMENT BY", options.increment),
        ("CACHE", options.cache),
    ];
    let mut sql = String::new();
    for (word, number) in numbers {
        if let Some(number) = number {
            sql += &format!(" {word} {number}");
        }
    }
    match options.cycle {
        Some(true) => sql += " CYCLE",
        Some(false) => sql += " NOCYCLE",
        None => {}
    }
    sql
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_escaped() {
        assert_eq!(literal("it's 50% \\ ü\n"), "'it''s 50% \\\\ ü\n'");
    }

    #[test]
    fn names_are_quoted() {
        assert_eq!(quote("a`b.c"), "`a``b.c`");
        assert_eq!(name(&QualifiedName::qualified("other", "t")), "`other`.`t`");
    }

    #[test]
    fn an_index_has_all_its_parts() {
        let mut name = IndexColumn::new("name");
        name.prefix = Some(10);
        let mut at = IndexColumn::new("at");
        at.order = SortOrder::Descending;
        let mut index = Index {
            name: "ix".into(),
            columns: vec![name, at],
            unique: true,
            comment: Some("it's".into()),
            ..Index::default()
        };
        index.options.insert("invisible".into(), "IGNORED".into());
        let sql = "UNIQUE INDEX `ix` (`name`(10), `at` DESC) COMMENT 'it''s' IGNORED";
        assert_eq!(super::index(&index), sql);
    }
}
