use model_core::schema::QualifiedName;

use super::create::{check, foreign_key};
use super::{column, index, name, primary_key, quote};
use crate::plan::Clause;

/// `ALTER TABLE` with all its clauses: to the server one step, done whole or not at all.
pub fn table(table: &QualifiedName, clauses: &[Clause]) -> String {
    let clauses: Vec<String> = clauses.iter().map(clause).collect();
    let space = if clauses.len() == 1 { " " } else { "\n  " };
    format!("ALTER TABLE {}{space}{}", name(table), clauses.join(",\n  "))
}

fn clause(clause: &Clause) -> String {
    match clause {
        Clause::AddColumn(c) => {
            format!("ADD COLUMN {}{}", column::definition(c), column::position(&c.options))
        }
        Clause::DropColumn(c) => format!("DROP COLUMN {}", quote(c)),
        Clause::RenameColumn { from, to } => {
            format!("RENAME COLUMN {} TO {}", quote(from), quote(to))
        }
        Clause::ChangeColumn { from, to } if from == &to.name => {
            format!("MODIFY COLUMN {}", column::definition(to))
        }
        Clause::ChangeColumn { from, to } => {
            format!(
                "CHANGE COLUMN {} {}{}",
                quote(from),
                column::definition(to),
                column::position(&to.options)
            )
        }
        Clause::SetType { column, .. } => format!("MODIFY COLUMN {}", column::definition(column)),
        Clause::SetDefault { column, expression: Some(expression) } => {
            format!("ALTER COLUMN {} SET DEFAULT {expression}", quote(column))
        }
        Clause::SetDefault { column, expression: None } => {
            format!("ALTER COLUMN {} DROP DEFAULT", quote(column))
        }
        Clause::AddPrimaryKey(key) => format!("ADD {}", primary_key(key)),
        Clause::DropPrimaryKey(_) => "DROP PRIMARY KEY".to_owned(),
        Clause::AddForeignKey(key) => format!("ADD {}", foreign_key(key)),
        Clause::AddCheck(c) => format!("ADD {}", check(c)),
        Clause::DropConstraint(c) => format!("DROP CONSTRAINT {}", quote(c)),
        Clause::DropForeignKey(key) => format!("DROP FOREIGN KEY {}", quote(key)),
        Clause::AddIndex(i) => format!("ADD {}", index(i)),
        Clause::DropIndex(i) => format!("DROP INDEX {}", quote(i)),
        Clause::RenameIndex { from, to } => {
            format!("RENAME INDEX {} TO {}", quote(from), quote(to))
        }
        Clause::Clause(sql) => sql.clone(),
        // What only PostgreSQL has; no plan for this database makes one.
        Clause::SetNullable { .. }
        | Clause::AddUnique(_)
        | Clause::AddExclusion(_)
        | Clause::RenameConstraint { .. } => String::new(),
    }
}
