//! Two tables, one of which leads to the other.

use model_core::prelude::*;

/// Study cases that belong together.
#[derive(Model, Debug, Clone)]
#[model(table = "group")]
pub struct Group {
    /// Counted up by the database.
    pub id: i32,
    /// What people call it.
    #[model(unique, max_length = 80)]
    pub name: String,
    /// When it was made.
    #[model(default = now)]
    pub created_at: NaiveDateTime,
}

/// One case of a group.
#[derive(Model, Debug, Clone)]
#[model(
    table = "study_case",
    unique(group_id, name),
    index(created_at),
    check("name <> ''", name = "ck_study_case_name")
)]
pub struct StudyCase {
    /// Counted up by the database.
    pub id: i32,
    /// What people call it within the group.
    #[model(max_length = 255)]
    pub name: String,
    /// The group, which takes its cases with it when it goes.
    #[model(foreign_key(group::id, name = "fk_study_case_group_id", on_delete = cascade))]
    pub group_id: i32,
    /// Anything worth remembering.
    pub note: Option<String>,
    /// When it was made.
    #[model(default = now)]
    pub created_at: NaiveDateTime,
}
