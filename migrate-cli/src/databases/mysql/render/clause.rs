use model_core::schema::QualifiedName;
use nonempty::NonEmpty;

use super::key::{check, dangling_foreign_key, foreign_key, index, primary_key};
use super::list::listed;
use super::{column, table};
use crate::databases::mysql::quote::{name, quote};
use crate::databases::mysql::statement::{Clause, Guard, GuardedRows, Place, Visibility};

/// `ALTER TABLE` with its clauses.
pub fn alter(table: &QualifiedName, clauses: &NonEmpty<Clause>) -> String {
    let clauses = clauses.iter().map(clause).collect();
    format!("ALTER TABLE {}{}", name(table), listed(clauses))
}

fn clause(clause: &Clause) -> String {
    match clause {
        Clause::AddColumn { column, place } => {
            format!("ADD COLUMN {}{}", column::definition(column), position(place))
        }
        Clause::DropColumn(column) => format!("DROP COLUMN {}", quote(column)),
        Clause::RenameColumn { from, to } => {
            format!("RENAME COLUMN {} TO {}", quote(from), quote(to))
        }
        Clause::ChangeColumn { from, to, place } => {
            let words = match *from == to.column.name {
                true => "MODIFY COLUMN".to_owned(),
                false => format!("CHANGE COLUMN {}", quote(from)),
            };
            format!("{words} {}{}", column::definition(to), position(place))
        }
        Clause::AddPrimaryKey { key, block_size } => {
            let size = block_size.map(|size| format!(" KEY_BLOCK_SIZE={size}"));
            format!("ADD {}{}", primary_key(key), size.unwrap_or_default())
        }
        Clause::DropPrimaryKey => "DROP PRIMARY KEY".to_owned(),
        Clause::AddIndex(i) => format!("ADD {}", index(i)),
        Clause::DropIndex(index) => format!("DROP INDEX {}", quote(index)),
        Clause::RenameIndex { from, to } => {
            format!("RENAME INDEX {} TO {}", quote(from), quote(to))
        }
        Clause::SetVisibility { index, visibility } => {
            format!("ALTER INDEX {} {}", quote(index), visibility_words(*visibility))
        }
        Clause::AddForeignKey(key) => format!("ADD {}", foreign_key(key)),
        Clause::AddDanglingForeignKey(key) => format!("ADD {}", dangling_foreign_key(key)),
        Clause::DropForeignKey(key) => format!("DROP FOREIGN KEY {}", quote(key)),
        Clause::AddCheck(c) => format!("ADD {}", check(c)),
        Clause::AddGuard(guard) => add_guard(guard),
        Clause::DropCheck(check) => format!("DROP CONSTRAINT {}", quote(check)),
        Clause::EnforceCheck { check, enforced } => {
            let word = if *enforced { "ENFORCED" } else { "NOT ENFORCED" };
            format!("ALTER CHECK {} {word}", quote(check))
        }
        Clause::Set(setting) => table::setting(setting),
        Clause::AddSystemVersioning => "ADD SYSTEM VERSIONING".to_owned(),
        Clause::DropSystemVersioning => "DROP SYSTEM VERSIONING".to_owned(),
    }
}

fn position(place: &Place) -> String {
    match place {
        Place::First => " FIRST".to_owned(),
        Place::After(column) => format!(" AFTER {}", quote(column)),
        Place::Last => String::new(),
    }
}

fn visibility_words(visibility: Visibility) -> &'static str {
    match visibility {
        Visibility::Ignored => "IGNORED",
        Visibility::NotIgnored => "NOT IGNORED",
        Visibility::Invisible => "INVISIBLE",
        Visibility::Visible => "VISIBLE",
    }
}

fn add_guard(guard: &Guard) -> String {
    let condition = match &guard.lets_through {
        GuardedRows::None => "FALSE".to_owned(),
        GuardedRows::AllNull(columns) => {
            let null: Vec<String> =
                columns.iter().map(|column| format!("{} IS NULL", quote(column))).collect();
            null.join(" AND ")
        }
    };
    format!("ADD CONSTRAINT {} CHECK ({condition})", quote(&guard.name))
}
