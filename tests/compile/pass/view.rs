//! A view whose columns may all be NULL, and one that tells its rows apart.
#![deny(warnings)]

use diesel::prelude::*;
use model_core::prelude::*;

#[derive(View, Debug, Clone, PartialEq)]
#[model(view = "worth", query = "SELECT owner_id, sum(price) AS total FROM pet GROUP BY owner_id")]
pub struct Worth {
    pub owner_id: Option<i32>,
    pub total: Option<f64>,
}

#[derive(View, Debug, Clone, PartialEq)]
#[model(view = "cheap", query = "SELECT name, id FROM pet WHERE price < 1", primary_key(id))]
pub struct Cheap {
    pub name: Option<String>,
    pub id: i32,
}

fn main() {
    let _ = Worth::query().filter(worth::total.gt(1.0));
    let _ = Cheap::find(1);
}
