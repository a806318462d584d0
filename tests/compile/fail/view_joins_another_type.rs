use model_core::prelude::*;

#[derive(Model)]
#[model(table = "project")]
pub struct Project {
    pub id: i32,
    pub title: String,
}

#[derive(View)]
#[model(view = "open_issue", query = "SELECT id, project_id FROM issue")]
pub struct OpenIssue {
    pub id: i32,
    #[model(joins(project::id))]
    pub project_id: i64,
}

fn main() {}
