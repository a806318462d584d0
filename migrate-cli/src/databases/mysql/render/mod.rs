//! Writes statements as SQL.

mod clause;
mod column;
mod key;
mod list;
mod object;
mod session;
mod table;
mod update;

use model_core::schema::{QualifiedName, Sequence};

use self::list::listed;
use super::quote::name;
use super::statement::Statement;

impl crate::plan::Statement for Statement {
    fn sql(&self) -> String {
        match self {
            Self::CreateSequence(sequence) => {
                format!("CREATE SEQUENCE {}{}", name(&sequence.name), counted(sequence))
            }
            Self::AlterSequence(sequence) => {
                format!("ALTER SEQUENCE {}{}", name(&sequence.name), counted(sequence))
            }
            Self::DropSequence(sequence) => format!("DROP SEQUENCE {}", name(sequence)),
            Self::CreateTable(table) => table::create("CREATE TABLE", table),
            Self::CreateTemporaryTable(table) => table::create("CREATE TEMPORARY TABLE", table),
            Self::DropTable(table) => format!("DROP TABLE {}", name(table)),
            Self::DropTemporaryTable(table) => {
                format!("DROP TEMPORARY TABLE IF EXISTS {}", name(table))
            }
            Self::ShowCreateTable(table) => format!("SHOW CREATE TABLE {}", name(table)),
            Self::ShowColumns(table) => format!("SHOW FULL COLUMNS FROM {}", name(table)),
            Self::RenameTables(renames) => renamed(renames.iter()),
            Self::AlterTable { table, clauses } => clause::alter(table, clauses),
            Self::PartitionTable { table, by } => {
                format!("ALTER TABLE {}\n  PARTITION BY {by}", name(table))
            }
            Self::AddPartitions { table, partitions } => {
                format!(
                    "ALTER TABLE {}\n  ADD PARTITION ({})",
                    name(table),
                    partitions.join(",\n    ")
                )
            }
            Self::ReorganizePartitions { table, from, into } => format!(
                "ALTER TABLE {}\n  REORGANIZE PARTITION {} INTO ({})",
                name(table),
                from.join(", "),
                into.join(",\n    ")
            ),
            Self::RemovePartitioning(table) => {
                format!("ALTER TABLE {} REMOVE PARTITIONING", name(table))
            }
            Self::CreateObject(object) => object::create(object),
            Self::ReplaceObject(object) => object::replace(object),
            Self::DropObject { kind, name: object } => {
                format!("DROP {} {}", kind.word().to_uppercase(), name(object))
            }
            Self::Grant(grant) => grant.clone(),
            Self::Update { table, assignments, rows } => {
                update::update(table, assignments, rows.as_ref())
            }
            Self::ChangeSqlMode { without, with } => session::change_sql_mode(without, with),
            Self::UseSqlMode(mode) => session::use_sql_mode(mode.as_deref()),
            Self::RestoreSqlMode => session::RESTORE_SQL_MODE.to_owned(),
            Self::SuspendForeignKeyChecks => session::SUSPEND_FOREIGN_KEY_CHECKS.to_owned(),
            Self::RestoreForeignKeyChecks => session::RESTORE_FOREIGN_KEY_CHECKS.to_owned(),
            Self::ChangeTimeZone => session::CHANGE_TIME_ZONE.to_owned(),
            Self::UseTimeZone(zone) => session::use_time_zone(zone),
            Self::RestoreTimeZone => session::RESTORE_TIME_ZONE.to_owned(),
            Self::UseCollation(collation) => session::use_collation(collation),
            Self::RestoreCollation => session::RESTORE_COLLATION.to_owned(),
            Self::AllowChangesOfHistory => session::ALLOW_CHANGES_OF_HISTORY.to_owned(),
            Self::RestoreChangesOfHistory => session::RESTORE_CHANGES_OF_HISTORY.to_owned(),
        }
    }
}

fn renamed<'a>(renames: impl Iterator<Item = &'a (QualifiedName, QualifiedName)>) -> String {
    let parts = renames.map(|(from, to)| format!("{} TO {}", name(from), name(to)));
    format!("RENAME TABLE{}", listed(parts.collect()))
}

fn counted(sequence: &Sequence) -> String {
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
