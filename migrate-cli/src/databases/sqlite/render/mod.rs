//! Steps as SQLite's SQL.

mod table;

use model_core::schema::{Index, IndexColumn, IndexTarget};

use crate::databases::sqlite::tokens::ends_in_line_comment;
use crate::plan::{Clause, Step};

pub use table::add_column;
use table::create_table;

/// An identifier, quoted.
pub fn quote(identifier: &str) -> String {
    format!("\"{}\"", identifier.replace('"', "\"\""))
}

/// A text literal, escaped and quoted. SQLite's SQL ends at a NUL, so a text with one is made
/// of its bytes.
pub fn literal(text: &str) -> String {
    if text.contains('\0') {
        return format!("CAST({} AS TEXT)", bytes(text.as_bytes()));
    }
    format!("'{}'", text.replace('\'', "''"))
}

/// A literal of bytes.
pub fn bytes(bytes: &[u8]) -> String {
    let digits: String = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
    format!("X'{digits}'")
}

/// Names, quoted, with commas between them.
pub fn quoted_list<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    names.into_iter().map(quote).collect::<Vec<_>>().join(", ")
}

/// An expression in parentheses; one that ends in a comment must not swallow the closing one.
pub fn parenthesised(expression: &str) -> String {
    let end = if ends_in_line_comment(expression) { "\n" } else { "" };
    format!("({expression}{end})")
}

/// The SQL of one step.
pub fn render(step: &Step) -> String {
    match step {
        Step::CreateTable(table) => table.definition.clone().unwrap_or_else(|| create_table(table)),
        Step::DropTable(name) => format!("DROP TABLE {}", quote(&name.name)),
        Step::RenameTable { from, to } => {
            format!("ALTER TABLE {} RENAME TO {}", quote(&from.name), quote(&to.name))
        }
        Step::AlterTable { table, clauses } => {
            let clauses: Vec<String> = clauses.iter().map(clause).collect();
            format!("ALTER TABLE {} {}", quote(&table.name), clauses.join(", "))
        }
        Step::CreateIndex { table, index } => {
            index.definition.clone().unwrap_or_else(|| create_index(&table.name, index))
        }
        Step::DropIndex { name, .. } => format!("DROP INDEX {}", quote(name)),
        Step::Statement(sql) => sql.clone(),
        // The planner never makes the others: SQLite has no such objects.
        _ => String::new(),
    }
}

fn clause(clause: &Clause) -> String {
    match clause {
        Clause::AddColumn(column) => add_column(column, &[], &[]),
        Clause::DropColumn(name) => format!("DROP COLUMN {}", quote(name)),
        Clause::RenameColumn { from, to } => {
            format!("RENAME COLUMN {} TO {}", quote(from), quote(to))
        }
        Clause::Clause(sql) => sql.clone(),
        _ => String::new(),
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
        assert_eq!(quote("a\"b"), "\"a\"\"b\"");
        assert_eq!(literal("it's"), "'it''s'");
        assert_eq!(literal("a\0"), "CAST(X'6100' AS TEXT)");
        assert_eq!(parenthesised("1 -- one"), "(1 -- one\n)");
    }
}
