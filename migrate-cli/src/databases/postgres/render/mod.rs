//! Statements as PostgreSQL's SQL.

mod alter;
mod collation;
pub mod column;
mod constraint;
pub mod expression;
pub mod index;
mod list;
mod object;
mod partition;
mod sequence;

use model_core::schema::{EnumType, Extension, Table};

use crate::databases::postgres::options::TableOptions;
use crate::databases::postgres::quote::{literal, qualified, quote};
use crate::databases::postgres::session::LEXIS;
use crate::databases::postgres::statement::{ColumnName, Commented, Rename, Statement};
use crate::plan;

use alter::{INDENT, alter_table};
use list::{parameter_names, parameters, with_parameters};

impl plan::Statement for Statement {
    fn sql(&self) -> String {
        render(self)
    }
}

/// The SQL of one statement, without the semicolon at its end.
pub fn render(statement: &Statement) -> String {
    match statement {
        Statement::CreateNamespace(n) => format!("CREATE SCHEMA {}", quote(n)),
        Statement::EnsureNamespace(n) => format!("CREATE SCHEMA IF NOT EXISTS {}", quote(n)),
        Statement::DropNamespace(n) => format!("DROP SCHEMA {}", quote(n)),
        Statement::CreateExtension(e) => create_extension(e),
        Statement::MoveExtension { extension, to } => {
            format!("ALTER EXTENSION {} SET SCHEMA {}", quote(extension), quote(to))
        }
        Statement::CreateEnum(e) => create_enum(e),
        Statement::DropEnum(n) => format!("DROP TYPE {}", qualified(n)),
        Statement::MoveEnum { of, to } => {
            format!("ALTER TYPE {} SET SCHEMA {}", qualified(of), quote(to))
        }
        Statement::RenameEnum(rename) => renamed("TYPE", rename),
        Statement::RenameEnumValue { of, from, to } => format!(
            "ALTER TYPE {} RENAME VALUE {} TO {}",
            qualified(of),
            literal(from),
            literal(to)
        ),
        Statement::AddEnumValue { to, value, before } => {
            let place = before.as_ref().map(|b| format!(" BEFORE {}", literal(b)));
            let place = place.unwrap_or_default();
            format!("ALTER TYPE {} ADD VALUE {}{place}", qualified(to), literal(value))
        }
        Statement::CreateSequence { name, options } => sequence::create(name, options),
        Statement::AlterSequence { name, changes } => sequence::alter(name, changes),
        Statement::SetSequenceOwner { sequence, owner } => {
            sequence::set_owner(sequence, owner.as_ref())
        }
        Statement::RenameSequence(rename) => renamed("SEQUENCE", rename),
        Statement::DropSequence(n) => format!("DROP SEQUENCE {}", qualified(n)),
        Statement::CopyCount { to, from, range } => sequence::copy_count(to, from, *range),
        Statement::CountOn { sequence, column, downwards, range } => {
            sequence::count_on(sequence, column, *downwards, *range)
        }
        Statement::CreateTable(table) => create_table(table),
        Statement::DropTable(n) => format!("DROP TABLE {}", qualified(n)),
        Statement::RenameTable(rename) => renamed("TABLE", rename),
        Statement::MoveTable { table, to } => {
            format!("ALTER TABLE {} SET SCHEMA {}", qualified(table), quote(to))
        }
        Statement::RenameColumn { column: ColumnName { table, column }, to } => format!(
            "ALTER TABLE {} RENAME COLUMN {} TO {}",
            qualified(table),
            quote(column),
            quote(to)
        ),
        Statement::RenameConstraint { table, from, to } => format!(
            "ALTER TABLE {} RENAME CONSTRAINT {} TO {}",
            qualified(table),
            quote(from),
            quote(to)
        ),
        Statement::AlterTable { table, clauses } => alter_table(table, clauses),
        Statement::Fill { column, value, only_null } => fill(column, value, *only_null),
        Statement::Copy { to: ColumnName { table, column }, from } => {
            format!("UPDATE {} SET {} = {}", qualified(table), quote(column), quote(from))
        }
        Statement::Partition(statement) => partition::render(statement),
        Statement::CreateIndex { table, index } => index::create(table, index),
        Statement::DropIndex(n) => format!("DROP INDEX {}", qualified(n)),
        Statement::RenameIndex(rename) => renamed("INDEX", rename),
        Statement::SetIndexParameters { index, parameters: all } => {
            let all = parameters(all.iter().map(|(name, value)| (name, value)));
            format!("ALTER INDEX {} SET ({all})", qualified(index))
        }
        Statement::ResetIndexParameters { index, parameters: names } => {
            format!("ALTER INDEX {} RESET ({})", qualified(index), parameter_names(names))
        }
        Statement::SetIndexStatistics { index, place, target } => {
            format!("ALTER INDEX {} ALTER COLUMN {place} SET STATISTICS {target}", qualified(index))
        }
        Statement::CreateCollation(c) => collation::create(c),
        Statement::DropCollation(n) => format!("DROP COLLATION {}", qualified(n)),
        Statement::RenameCollation(rename) => renamed("COLLATION", rename),
        Statement::Object(statement) => object::render(statement),
        Statement::Comment { on, text } => comment(on, text.as_deref()),
    }
}

fn renamed(what: &str, Rename { from, to }: &Rename) -> String {
    format!("ALTER {what} {} RENAME TO {}", qualified(from), quote(to))
}

fn create_extension(extension: &Extension) -> String {
    let place = extension.schema.as_ref().map(|s| format!(" SCHEMA {}", quote(s)));
    let place = place.unwrap_or_default();
    format!("CREATE EXTENSION IF NOT EXISTS {}{place}", quote(&extension.name))
}

fn create_enum(e: &EnumType) -> String {
    let values: Vec<String> = e.values.iter().map(|v| literal(&v.name)).collect();
    format!("CREATE TYPE {} AS ENUM ({})", qualified(&e.name), values.join(", "))
}

fn create_table(table: &Table) -> String {
    let mut parts: Vec<String> = table.columns.iter().map(column::definition).collect();
    parts.extend(table.primary_key.as_ref().map(constraint::primary_key));
    parts.extend(table.uniques.iter().map(constraint::unique));
    parts.extend(table.checks.iter().map(constraint::check));
    parts.extend(table.exclusions.iter().map(constraint::exclusion));
    parts.extend(table.foreign_keys.iter().map(constraint::foreign_key));
    let body = match parts.as_slice() {
        [] => String::new(),
        parts => format!("{INDENT}{}\n", parts.join(&format!(",{INDENT}"))),
    };
    let mut body = match &table.partition_of {
        None => format!(" ({body})"),
        Some(place) => {
            let body = if body.is_empty() { body } else { format!(" ({body})") };
            format!(" PARTITION OF {}{body} {}", qualified(&place.parent), place.bound)
        }
    };
    if !table.inherits.is_empty() {
        let parents: Vec<String> = table.inherits.iter().map(qualified).collect();
        body.push_str(&format!(" INHERITS ({})", parents.join(", ")));
    }
    if let Some(partitioning) = &table.partitioning {
        body.push_str(&format!(" PARTITION BY {}", partitioning.key));
    }
    let TableOptions { unlogged, parameters, .. } = TableOptions::read(table);
    let unlogged = if unlogged { "UNLOGGED " } else { "" };
    let with = with_parameters(&parameters);
    format!("CREATE {unlogged}TABLE {}{body}{with}", qualified(&table.name))
}

fn fill(ColumnName { table, column }: &ColumnName, value: &str, only_null: bool) -> String {
    let column = quote(column);
    // A value that ends in a comment must not swallow the closing parenthesis.
    let end = if LEXIS.ends_in_line_comment(value) { "\n" } else { "" };
    let rows = if only_null { format!(" WHERE {column} IS NULL") } else { String::new() };
    format!("UPDATE {} SET {column} = ({value}{end}){rows}", qualified(table))
}

fn comment(on: &Commented, text: Option<&str>) -> String {
    let object = match on {
        Commented::Table(table) => format!("TABLE {}", qualified(table)),
        Commented::Column(ColumnName { table, column }) => {
            format!("COLUMN {}.{}", qualified(table), quote(column))
        }
        Commented::Constraint { table, name } => {
            format!("CONSTRAINT {} ON {}", quote(name), qualified(table))
        }
        Commented::DomainCheck { domain, name } => {
            format!("CONSTRAINT {} ON DOMAIN {}", quote(name), qualified(domain))
        }
        Commented::Index(index) => format!("INDEX {}", qualified(index)),
        Commented::Collation(collation) => format!("COLLATION {}", qualified(collation)),
    };
    let text = text.map_or_else(|| "NULL".to_owned(), literal);
    format!("COMMENT ON {object} IS {text}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use model_core::schema::QualifiedName;

    #[test]
    fn a_comment_in_a_value_ends_with_it() {
        let column = ColumnName::new(&QualifiedName::new("t"), "c");
        assert_eq!(fill(&column, "1", true), "UPDATE \"t\" SET \"c\" = (1) WHERE \"c\" IS NULL");
        assert_eq!(fill(&column, "1 -- one", false), "UPDATE \"t\" SET \"c\" = (1 -- one\n)");
    }
}
