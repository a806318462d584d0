use model_core::prelude::*;

#[derive(Model)]
#[model(table = "group")]
pub struct Group {
    pub id: i32,
}

#[derive(Model)]
#[model(table = "study_case", unique(nothing))]
pub struct StudyCase {
    #[model(max_length = 3)]
    pub id: i64,
    #[model(foreign_key(group::id, on_delete = set_null))]
    pub group_id: i32,
    #[model(default = "x")]
    pub number: i32,
    pub own: Own,
}

fn main() {}

pub struct Own;

// Mistakes in constraints leave the table there, so that these are none.
#[derive(Model)]
#[model(table = "parent", index(nothing))]
pub struct Parent {
    pub id: i32,
}

#[derive(Model)]
#[model(table = "child")]
pub struct Child {
    pub id: i32,
    #[model(foreign_key(parent::id, name = "fk_child_parent_id"))]
    pub parent_id: i32,
}
