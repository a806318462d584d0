use model_core::prelude::*;

#[derive(Model)]
#[model(table = "project")]
pub struct Project {
    pub id: i32,
    pub title: String,
}

#[derive(View)]
#[model(view = "without_query")]
pub struct WithoutQuery {
    pub id: i32,
}

#[derive(View)]
#[model(view = "two_queries", query = "SELECT 1 AS id", file = "sql/one.sql")]
pub struct TwoQueries {
    pub id: i32,
}

#[derive(View)]
#[model(table = "no_table", query = "SELECT 1 AS id", check("id > 0"), quary = "x")]
pub struct NoTable {
    pub id: i32,
}

#[derive(View)]
#[model(view = "indexed", query = "SELECT 1 AS id", index(id))]
pub struct Indexed {
    #[model(unique)]
    pub id: i32,
}

#[derive(View)]
#[model(view = "elsewhere", query = "SELECT 1 AS id", only(postgres, oracle))]
pub struct Elsewhere {
    pub id: i32,
}

#[derive(View)]
#[model(view = "like_a_column", query = "SELECT 1 AS id, 2 AS project_id, 3 AS n")]
pub struct LikeAColumn {
    #[model(auto)]
    pub id: i32,
    #[model(foreign_key(project::id, name = "fk_like_a_column_project_id"))]
    pub project_id: i32,
    #[model(default = 0, unknwon)]
    pub n: i32,
}

#[derive(View)]
#[model(view = "joined", query = "SELECT 1 AS id, 2 AS project_id")]
pub struct Joined {
    pub id: i32,
    #[model(joins(project::id, on_delete = cascade))]
    pub project_id: i32,
}

fn main() {}
