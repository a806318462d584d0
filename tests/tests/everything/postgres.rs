//! What PostgreSQL's tables have.

use model_core::prelude::*;

#[derive(ModelEnum, Debug, Clone, Copy, PartialEq)]
#[model(name = "post_mood")]
pub enum Mood {
    Fine,
    Bad,
}

#[derive(Model)]
#[model(
    schema_only,
    table = "post_room",
    comment = "where it's held",
    option(fillfactor = 70, autovacuum_enabled = "false"),
    unique(name, floor, name = "uq_room", include(note), nulls_not_distinct, deferrable = deferred),
    check("floor >= 0", name = "ck_floor", no_inherit),
    check("length(name) > 1", name = "ck_long", not_valid),
    exclude("USING gist (during WITH &&)", name = "ex_during"),
    index(name(desc, nulls_last), floor, name = "ix_partial", where = "floor > 1", include(note)),
    index(expression("lower(name)"), name = "ix_lower", unique),
    index(name(operator_class = varchar_pattern_ops, collation = "C"), name = "ix_pattern"),
    index(tags, name = "ix_tags", method = gin, option(fastupdate = "false")),
    index(size, name = "ix_size", method = hash, option(fillfactor = 60))
)]
pub struct Room {
    #[model(auto(always, start = 100, increment = 10, min = 50, max = 5000, cycle))]
    pub id: i32,
    #[model(max_length = 40, collation = "C", comment = "as on the door")]
    pub name: String,
    #[model(default = 1)]
    pub floor: i16,
    pub note: Option<String>,
    #[model(sql_type = Numeric, precision = 6, scale = 2, default = 1.5)]
    pub size: BigDecimal,
    #[model(generated("size * 2", stored), sql_type = Numeric, precision = 8, scale = 2)]
    pub twice: Option<BigDecimal>,
    #[model(sql_type = "text[]", default = sql("'{}'::text[]"))]
    pub tags: Vec<String>,
    #[model(sql_type = "tsrange")]
    pub during: Option<String>,
    #[model(enumeration, default = "fine")]
    pub mood: Mood,
    #[model(default = now)]
    pub at: DateTime<Utc>,
    #[model(sql_type = "interval(3)", default = sql("'1 day'::interval"))]
    pub every: String,
    #[model(sql_type = "bit varying(5)")]
    pub bits: Option<String>,
    #[model(sql_type = "inet")]
    pub address: Option<String>,
    #[model(option(storage = "EXTERNAL"))]
    pub picture: Option<Vec<u8>>,
}

#[derive(Model)]
#[model(
    schema_only,
    schema = "post_side",
    table = "post_booking",
    option(unlogged = true),
    primary_key(room_id, number, name = "pk_booking"),
    foreign_key(
        columns(of_room, of_number),
        references(post_booking::room_id, post_booking::number),
        name = "fk_post_booking_of_room_of_number",
        on_delete = set_null,
        on_delete_columns(of_number),
        match_full
    )
)]
pub struct Booking {
    #[model(foreign_key(
        post_room::id,
        name = "fk_post_booking_room_id",
        on_delete = cascade,
        on_update = restrict,
        deferrable = deferred
    ))]
    pub room_id: i32,
    pub number: i32,
    #[model(foreign_key(post_room::id, name = "fk_post_booking_second", on_delete = set_default, not_valid, relation = second_room, reverse = second_bookings), default = 1)]
    pub second: i32,
    pub of_room: Option<i32>,
    pub of_number: Option<i32>,
}
