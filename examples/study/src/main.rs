//! The migrations of this folder run from within the program, then a few queries through Diesel.
//!
//! `cargo run -p study` works on a database in memory; `cargo run -p study -- study.db` on a file.

use std::error::Error;

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};
use study::models::{Group, StudyCase, group, study_case};

/// A group, and the names of its cases.
type GroupWithCases = (Group, Vec<String>);

/// What `migrate generate` wrote, compiled into the program.
const MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations");

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).unwrap_or_else(|| ":memory:".to_owned());
    let mut connection = SqliteConnection::establish(&path)?;
    let applied = connection.run_pending_migrations(MIGRATIONS).map_err(|e| e.to_string())?;
    println!("{} migrations applied", applied.len());
    for (group, cases) in groups_with_cases(&mut connection)? {
        println!("{}: {}", group.name, cases.join(", "));
    }
    Ok(())
}

/// A group with two cases, made unless it is there, and then every group with its cases' names.
fn groups_with_cases(
    connection: &mut SqliteConnection,
) -> Result<Vec<GroupWithCases>, Box<dyn Error>> {
    let morning = NaiveDate::from_ymd_opt(2026, 11, 22)
        .and_then(|day| day.and_hms_opt(9, 0, 0))
        .ok_or("no such morning")?;
    connection.transaction(|connection| {
        diesel::insert_into(group::table)
            .values(group::name.eq("first year"))
            .on_conflict(group::name)
            .do_nothing()
            .execute(connection)?;
        let first: Group = group::table
            .filter(group::name.eq("first year"))
            .select(Group::as_select())
            .first(connection)?;
        for name in ["aspirin", "placebo"] {
            diesel::insert_into(study_case::table)
                .values((
                    study_case::name.eq(name),
                    study_case::group_id.eq(first.id),
                    study_case::created_at.eq(morning),
                ))
                .on_conflict((study_case::group_id, study_case::name))
                .do_nothing()
                .execute(connection)?;
        }
        diesel::QueryResult::Ok(())
    })?;
    let groups = group::table.order(group::name).select(Group::as_select()).load(connection)?;
    let cases: Vec<StudyCase> = StudyCase::belonging_to(&groups)
        .order(study_case::name)
        .select(StudyCase::as_select())
        .load(connection)?;
    let names = cases
        .grouped_by(&groups)
        .into_iter()
        .map(|cases| cases.into_iter().map(|case| case.name).collect());
    Ok(groups.into_iter().zip(names).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_migrations_make_what_the_models_ask_for() -> Result<(), Box<dyn Error>> {
        let mut connection = SqliteConnection::establish(":memory:")?;
        connection.run_pending_migrations(MIGRATIONS).map_err(|e| e.to_string())?;
        let found = groups_with_cases(&mut connection)?;
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].1, ["aspirin", "placebo"]);

        // The key cascades: a group takes its cases with it.
        diesel::delete(group::table).execute(&mut connection)?;
        assert_eq!(study_case::table.count().get_result(&mut connection), Ok(0));

        connection.revert_all_migrations(MIGRATIONS).map_err(|e| e.to_string())?;
        assert!(group::table.count().get_result::<i64>(&mut connection).is_err());
        Ok(())
    }
}
