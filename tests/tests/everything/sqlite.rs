//! What SQLite's tables have.

use model_core::prelude::*;

#[derive(ModelEnum, Debug, Clone, Copy, PartialEq)]
#[model(name = "lite_mood")]
pub enum Mood {
    Fine,
    Bad,
}

#[derive(Model)]
#[model(
    schema_only,
    strict,
    table = "lite_room",
    unique(name, floor, name = "uq_room"),
    check("floor >= 0", name = "ck_floor"),
    index(name(desc, collation = "RTRIM"), floor, name = "ix_partial", where = "floor > 1"),
    index(expression("lower(name)"), name = "ix_lower", unique)
)]
pub struct Room {
    #[model(auto = strict)]
    pub id: i32,
    #[model(collation = "NOCASE")]
    pub name: String,
    #[model(default = 1)]
    pub floor: i16,
    pub note: Option<String>,
    #[model(generated("floor * 2", stored))]
    pub twice: Option<i32>,
    #[model(generated("floor + 1"))]
    pub more: Option<i32>,
    #[model(enumeration, default = "fine")]
    pub mood: Mood,
    #[model(default = now)]
    pub at: NaiveDateTime,
    #[model(default = sql("(abs(random()))"))]
    pub chance: i64,
    pub picture: Option<Vec<u8>>,
}

#[derive(Model)]
#[model(
    schema_only,
    without_rowid,
    table = "lite_booking",
    primary_key(room_id, number, name = "pk_booking"),
    foreign_key(
        columns(of_room, of_number),
        references(lite_booking::room_id, lite_booking::number),
        name = "fk_lite_booking_of_room_of_number",
        on_delete = set_null
    )
)]
pub struct Booking {
    #[model(foreign_key(
        lite_room::id,
        name = "fk_lite_booking_room_id",
        on_delete = cascade,
        on_update = restrict,
        deferrable = deferred
    ))]
    pub room_id: i32,
    pub number: i32,
    pub of_room: Option<i32>,
    pub of_number: Option<i32>,
}
