use model_core::prelude::*;

#[derive(Model)]
#[model(schema_only, table = "room", exclude("room WITH ="))]
pub struct Room {
    #[model(auto(start = "one", every = 3))]
    pub id: i32,
}

fn main() {}
