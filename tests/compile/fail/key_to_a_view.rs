use model_core::prelude::*;

#[derive(View)]
#[model(view = "open_issue", query = "SELECT 1 AS id")]
pub struct OpenIssue {
    #[model(primary_key)]
    pub id: i32,
}

#[derive(Model)]
#[model(table = "note")]
pub struct Note {
    pub id: i32,
    #[model(foreign_key(open_issue::id, name = "fk_note_open_issue_id"))]
    pub open_issue_id: i32,
}

fn main() {}
