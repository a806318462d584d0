//! Diesel's own derives beside the model's, which then gives the table and the entry alone.
#![deny(warnings)]

use diesel::prelude::*;
use model_core::prelude::*;

#[derive(Model, Queryable, Selectable, Identifiable, Insertable, AsChangeset)]
#[model(schema_only, table = "owner")]
#[diesel(table_name = owner)]
pub struct Owner {
    pub id: i32,
    pub name: String,
}

#[derive(Model, Queryable, Identifiable, Associations)]
#[model(schema_only, table = "pet")]
#[diesel(table_name = pet, belongs_to(Owner))]
pub struct Pet {
    pub id: i32,
    #[model(foreign_key(owner::id, name = "fk_pet_owner_id"))]
    pub owner_id: i32,
}

fn main() {
    assert_eq!(model_core::registry::schema().tables.len(), 2);
    let _ = Pet::belonging_to(&Owner { id: 1, name: String::new() });
    let _ = owner::table.inner_join(pet::table).select((owner::name, pet::id));
}
