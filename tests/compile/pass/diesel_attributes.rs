//! Attributes of Diesel's that a model honours.

use diesel::associations::HasTable;
use diesel::prelude::*;
use model_core::prelude::*;

#[derive(Model)]
#[model(table = "item")]
#[diesel(table_name = things, primary_key(n, title))]
#[diesel(treat_none_as_null = true, treat_none_as_default_value = false)]
#[diesel(check_for_backend(diesel::sqlite::Sqlite))]
pub struct Item {
    pub n: i32,
    #[diesel(column_name = title)]
    pub name: String,
    #[diesel(skip_insertion)]
    pub made: Option<String>,
    #[diesel(skip_update)]
    pub by: Option<String>,
    #[diesel(sql_type = diesel::sql_types::Date)]
    pub day: NaiveDate,
}

#[derive(Model, Queryable, Selectable)]
#[model(schema_only, table = "plain")]
#[diesel(table_name = plain, primary_key(n), base_query = plain::table)]
pub struct Plain {
    #[diesel(deserialize_as = i32)]
    pub n: i32,
}

fn main() {
    let _ = Item::find((1, "a"));
    let _ = Item::table().filter(things::title.eq("a"));
    let _: NewItem = NewItem::builder().n(1).name("a").day(NaiveDate::MIN).build();
    let _ = ItemChanges { made: None, day: None };
    let _: plain::n = plain::table.primary_key();
}
