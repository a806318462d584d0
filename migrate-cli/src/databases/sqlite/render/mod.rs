//! Statements as SQLite's SQL.

mod orphans;
mod rows;
mod table;

use model_core::schema::{Index, IndexColumn, IndexTarget};

use crate::databases::sqlite::quote::quote;
use crate::databases::sqlite::session::LEXIS;
use crate::databases::sqlite::statement::{Kept, Statement};
use crate::plan;

use table::{add_column, create_table};

/// Names, quoted, with commas between them.
pub fn quoted_list<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    names.into_iter().map(quote).collect::<Vec<_>>().join(", ")
}

/// A text that may end in a comment, which must not swallow the semicolon.
fn closed(text: &str) -> String {
    let end = if LEXIS.ends_in_line_comment(text) { "\n" } else { "" };
    format!("{text}{end}")
}

/// An expression in parentheses; one that ends in a comment must not swallow the closing one.
pub fn parenthesised(expression: &str) -> String {
    let end = if LEXIS.ends_in_line_comment(expression) { "\n" } else { "" };
    format!("({expression}{end})")
}

/// The SQL of one statement, without the semicolon at its end.
pub fn render(statement: &Statement) -> String {
    match statement {
        Statement::CreateTable(table) => {
            table.definition.clone().unwrap_or_else(|| create_table(table))
        }
        Statement::KeepRows { aside, columns, from } => {
            let columns: Vec<String> = columns.iter().map(kept).collect();
            let (aside, columns, from) = (quote(aside), columns.join(", "), quote(from));
            format!("CREATE TABLE {aside} AS SELECT {columns} FROM {from}")
        }
        Statement::DropTable(name) => format!("DROP TABLE {}", quote(name)),
        Statement::RenameTable { from, to } => {
            format!("ALTER TABLE {} RENAME TO {}", quote(from), quote(to))
        }
        Statement::AddColumn { table, column, foreign_keys, checks } => {
            format!("ALTER TABLE {} {}", quote(table), add_column(column, foreign_keys, checks))
        }
        Statement::DropColumn { table, column } => {
            format!("ALTER TABLE {} DROP COLUMN {}", quote(table), quote(column))
        }
        Statement::RenameColumn { table, from, to } => {
            format!("ALTER TABLE {} RENAME COLUMN {} TO {}", quote(table), quote(from), quote(to))
        }
        Statement::CreateIndex { table, index } => {
            index.definition.clone().unwrap_or_else(|| create_index(table, index))
        }
        Statement::DropIndex(name) => format!("DROP INDEX {}", quote(name)),
        Statement::CreateObject(definition) => closed(definition),
        Statement::FillIndex(of) => rows::fill_index(of),
        Statement::DropView(name) => format!("DROP VIEW {}", quote(name)),
        Statement::DropTrigger(name) => format!("DROP TRIGGER {}", quote(name)),
        Statement::CopyRows { into, or_abort, columns, from } => {
            rows::copy(into, *or_abort, columns, from)
        }
        Statement::CopyCounter { from, to } => rows::copy_counter(from, to),
        Statement::ForgetCounter(of) => rows::forget_counter(of),
        Statement::IgnoreForeignKeys => "\
            -- With foreign keys enforced, dropping a table would reach the rows that lead to it\n\
            PRAGMA foreign_keys = OFF"
            .to_owned(),
        Statement::EnforceForeignKeys => "PRAGMA foreign_keys = ON".to_owned(),
        Statement::DeferForeignKeys => {
            format!("{}PRAGMA defer_foreign_keys = ON", orphans::BEFORE)
        }
        Statement::LegacyAlterTable(on) => {
            format!("PRAGMA legacy_alter_table = {}", if *on { "ON" } else { "OFF" })
        }
        Statement::Begin => "BEGIN IMMEDIATE".to_owned(),
        Statement::Commit => "COMMIT".to_owned(),
        Statement::CreateOrphanCount { name, children } => orphans::create(name, children),
        Statement::CountOrphans { name, children } => orphans::count(name, children),
        Statement::CompareOrphans(name) => orphans::compare(name),
        Statement::DropTemporaryTable(name) => format!("DROP TABLE temp.{}", quote(name)),
    }
}

impl plan::Statement for Statement {
    fn sql(&self) -> String {
        render(self)
    }
}

fn kept(column: &Kept) -> String {
    match column {
        Kept::Column(name) => quote(name),
        Kept::Rowid(name) => format!("{name} AS {}", quote(name)),
    }
}

fn create_index(table: &str, index: &Index) -> String {
    let unique = if index.unique { "UNIQUE " } else { "" };
    let parts: Vec<String> = index.columns.iter().map(index_part).collect();
    let mut sql = format!(
        "CREATE {unique}INDEX {} ON {} ({})",
        quote(&index.name),
        quote(table),
        parts.join(", ")
    );
    if let Some(predicate) = &index.predicate {
        sql.push_str(" WHERE ");
        sql.push_str(predicate);
    }
    sql
}

fn index_part(part: &IndexColumn) -> String {
    let mut sql = match &part.target {
        IndexTarget::Column(name) => quote(name),
        IndexTarget::Expression(expression) => expression.clone(),
    };
    table::push_collation_and_order(&mut sql, part.collation.as_deref(), part.order);
    sql
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_pasted() {
        assert_eq!(parenthesised("1 -- one"), "(1 -- one\n)");
        let view = "CREATE VIEW v AS SELECT 1 -- one".to_owned();
        assert_eq!(render(&Statement::CreateObject(view.clone())), format!("{view}\n"));
    }
}
