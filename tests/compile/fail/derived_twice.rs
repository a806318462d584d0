//! Diesel's derives beside a model that gives what they do.

use diesel::prelude::*;
use model_core::prelude::*;

#[derive(Model, Selectable, Debug)]
#[model(table = "group")]
pub struct Group {
    pub id: i32,
    pub name: String,
}

#[derive(Debug, Queryable, Selectable, Identifiable, Insertable, AsChangeset)]
#[derive(Model)]
#[model(table = "study_case")]
#[diesel(table_name = study_case)]
pub struct StudyCase {
    pub id: i32,
    pub name: String,
    #[model(foreign_key(group::id, name = "fk_study_case_group_id"))]
    pub group_id: i32,
}

#[derive(ModelEnum, Debug, Clone, Copy)]
#[derive(diesel::deserialize::FromSqlRow)]
pub enum Mood {
    Happy,
}

/// Code that uses what is there all the same is not wrong too.
fn used(connection: &mut SqliteConnection) -> QueryResult<usize> {
    let group = Group::find(1).first(connection)?;
    let cases = group.study_cases().order(study_case::name).load(connection)?;
    cases[0].save().execute(connection)
}

fn main() {}
