//! PostgreSQL's SQL of one step.

mod column;
mod constraint;
mod index;
mod sequence;

use model_core::schema::{QualifiedName, Table};

use crate::databases::postgres::session::LEXIS;
use crate::plan::{Clause, Step};
use crate::sql::Kind;
pub use column::identity as column_identity;
pub use sequence::type_bounds;

const INDENT: &str = "\n    ";

/// An identifier, quoted.
pub fn quote(identifier: &str) -> String {
    format!("\"{}\"", identifier.replace('"', "\"\""))
}

/// A text literal, escaped and quoted. One with a backslash says so, so that it means the same
/// whatever `standard_conforming_strings` is.
pub fn literal(text: &str) -> String {
    let doubled = text.replace('\'', "''");
    if doubled.contains('\\') {
        format!("E'{}'", doubled.replace('\\', "\\\\"))
    } else {
        format!("'{doubled}'")
    }
}

/// A name with its namespace, each quoted.
pub fn name(name: &QualifiedName) -> String {
    match &name.schema {
        Some(schema) => format!("{}.{}", quote(schema), quote(&name.name)),
        None => quote(&name.name),
    }
}

/// A collation: a bare name is quoted, one with its namespace stands quoted already.
fn collation(text: &str) -> String {
    let qualified = matches!(
        LEXIS.lex(text).as_slice(),
        [schema, dot, name]
            if schema.kind == Kind::Quoted && dot.is_symbol(".") && name.kind == Kind::Quoted
    );
    if qualified { text.to_owned() } else { quote(text) }
}

fn list(names: &[String]) -> String {
    names.iter().map(|n| quote(n)).collect::<Vec<_>>().join(", ")
}

/// The SQL of one step.
pub fn render(step: &Step) -> String {
    match step {
        Step::CreateNamespace(n) => format!("CREATE SCHEMA {}", quote(n)),
        Step::DropNamespace(n) => format!("DROP SCHEMA {}", quote(n)),
        Step::CreateExtension(e) => {
            let place = e.schema.as_ref().map(|s| format!(" SCHEMA {}", quote(s)));
            let place = place.unwrap_or_default();
            format!("CREATE EXTENSION IF NOT EXISTS {}{place}", quote(&e.name))
        }
        Step::CreateEnum(e) => {
            let values: Vec<String> = e.values.iter().map(|v| literal(&v.name)).collect();
            format!("CREATE TYPE {} AS ENUM ({})", name(&e.name), values.join(", "))
        }
        Step::DropEnum(n) => format!("DROP TYPE {}", name(n)),
        Step::RenameEnum { from, to } => {
            format!("ALTER TYPE {} RENAME TO {}", name(from), quote(&to.name))
        }
        Step::RenameEnumValue { name: n, from, to } => {
            format!("ALTER TYPE {} RENAME VALUE {} TO {}", name(n), literal(from), literal(to))
        }
        Step::AddEnumValue { name: n, value, before } => {
            let place = before.as_ref().map(|b| format!(" BEFORE {}", literal(b)));
            let place = place.unwrap_or_default();
            format!("ALTER TYPE {} ADD VALUE {}{place}", name(n), literal(value))
        }
        Step::CreateSequence(s) => sequence::create(s),
        Step::AlterSequence { before, after } => sequence::alter(before, after),
        Step::DropSequence(n) => format!("DROP SEQUENCE {}", name(n)),
        Step::CreateTable(table) => create_table(table),
        Step::DropTable(n) => format!("DROP TABLE {}", name(n)),
        Step::RenameTable { from, to } => {
            format!("ALTER TABLE {} RENAME TO {}", name(from), quote(&to.name))
        }
        Step::AlterTable { table, clauses } => alter_table(table, clauses),
        Step::CreateIndex { table, index } => index::create(table, index),
        Step::DropIndex { table, name: n } => {
            format!("DROP INDEX {}", name(&beside(table, n)))
        }
        Step::RenameIndex { table, from, to } => {
            format!("ALTER INDEX {} RENAME TO {}", name(&beside(table, from)), quote(to))
        }
        Step::Comment { table, column, text } => comment(table, column.as_deref(), text.as_deref()),
        Step::Statement(sql) => sql.clone(),
    }
}

/// The name of something in the namespace of a table.
pub fn beside(table: &QualifiedName, other: &str) -> QualifiedName {
    QualifiedName { schema: table.schema.clone(), name: other.to_owned() }
}

fn comment(table: &QualifiedName, column: Option<&str>, text: Option<&str>) -> String {
    let object = match column {
        Some(column) => format!("COLUMN {}.{}", name(table), quote(column)),
        None => format!("TABLE {}", name(table)),
    };
    let text = text.map_or_else(|| "NULL".to_owned(), literal);
    format!("COMMENT ON {object} IS {text}")
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
    let unlogged = if table.options.contains_key("unlogged") { "UNLOGGED " } else { "" };
    let mut options = table.options.clone();
    options.remove("unlogged");
    let options = storage(options.iter());
    format!("CREATE {unlogged}TABLE {} ({body}){options}", name(&table.name))
}

/// ` WITH (fillfactor = '70')`
fn storage<'a>(options: impl Iterator<Item = (&'a String, &'a String)>) -> String {
    let options: Vec<String> =
        options.map(|(n, v)| format!("{} = {}", option_name(n), literal(v))).collect();
    if options.is_empty() { String::new() } else { format!(" WITH ({})", options.join(", ")) }
}

/// `toast.autovacuum_enabled` is two identifiers.
pub fn option_name(text: &str) -> String {
    text.split('.').map(quote).collect::<Vec<_>>().join(".")
}

fn alter_table(table: &QualifiedName, clauses: &[Clause]) -> String {
    let clauses: Vec<String> = clauses.iter().map(clause).collect();
    let gap = if clauses.len() == 1 { " " } else { INDENT };
    format!("ALTER TABLE {}{gap}{}", name(table), clauses.join(&format!(",{INDENT}")))
}

fn clause(clause: &Clause) -> String {
    match clause {
        Clause::AddColumn(c) => format!("ADD COLUMN {}", column::definition(c)),
        Clause::DropColumn(c) => format!("DROP COLUMN {}", quote(c)),
        Clause::RenameColumn { from, to } => {
            format!("RENAME COLUMN {} TO {}", quote(from), quote(to))
        }
        Clause::SetType { column, using } => column::set_type(column, using.as_deref()),
        Clause::SetNullable { column, nullable } => {
            let verb = if *nullable { "DROP" } else { "SET" };
            format!("ALTER COLUMN {} {verb} NOT NULL", quote(column))
        }
        Clause::SetDefault { column, expression } => match expression {
            Some(e) => {
                format!("ALTER COLUMN {} SET DEFAULT {}", quote(column), column::default_text(e))
            }
            None => format!("ALTER COLUMN {} DROP DEFAULT", quote(column)),
        },
        Clause::AddPrimaryKey(k) => format!("ADD {}", constraint::primary_key(k)),
        Clause::DropPrimaryKey(k) => {
            format!("DROP CONSTRAINT {}", quote(k.name.as_deref().unwrap_or_default()))
        }
        Clause::AddUnique(u) => format!("ADD {}", constraint::unique(u)),
        Clause::AddForeignKey(k) => format!("ADD {}", constraint::foreign_key(k)),
        Clause::AddCheck(c) => format!("ADD {}", constraint::check(c)),
        Clause::AddExclusion(e) => format!("ADD {}", constraint::exclusion(e)),
        Clause::DropConstraint(n) | Clause::DropForeignKey(n) => {
            format!("DROP CONSTRAINT {}", quote(n))
        }
        Clause::RenameConstraint { from, to } => {
            format!("RENAME CONSTRAINT {} TO {}", quote(from), quote(to))
        }
        // MySQL's; an index is a statement of its own here.
        Clause::Clause(sql) => sql.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_mean_the_same_under_any_setting() {
        assert_eq!(literal("it's"), "'it''s'");
        assert_eq!(literal(r"a\b'"), r"E'a\\b'''");
    }

    #[test]
    fn a_collation_is_quoted_once() {
        assert_eq!(collation("en_US.utf8"), "\"en_US.utf8\"");
        assert_eq!(collation("\"app\".\"ci\""), "\"app\".\"ci\"");
        assert_eq!(collation("\"; DROP"), "\"\"\"; DROP\"");
    }
}
