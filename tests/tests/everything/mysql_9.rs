//! What MySQL's tables have from version 9 on.

use model_core::prelude::*;

#[derive(ModelEnum, Debug, Clone, Copy, PartialEq)]
#[model(name = "nine_mood")]
pub enum Mood {
    Fine,
    Bad,
}

#[derive(Model)]
#[model(
    schema_only,
    table = "nine_room",
    comment = "where it's held",
    option(engine = "InnoDB", charset = "utf8mb4", collation = "utf8mb4_bin", row_format = "DYNAMIC"),
    unique(name, floor, name = "uq_room"),
    check("floor >= 0", name = "ck_floor"),
    index(expression("lower(name)"), name = "ix_lower"),
    index(note(prefix = 20), name = "ix_prefix"),
    index(note, name = "ix_text", method = fulltext),
    index(place, name = "ix_place", method = spatial),
    index(floor(desc), name = "ix_hidden", option(invisible = "INVISIBLE"))
)]
pub struct Room {
    #[model(sql_type = "int unsigned", auto)]
    pub id: i64,
    #[model(
        max_length = 40,
        charset = "latin1",
        collation = "latin1_german1_ci",
        comment = "as on the door"
    )]
    pub name: String,
    #[model(default = 1)]
    pub floor: i16,
    #[model(sql_type = "int(5) unsigned zerofill")]
    pub zeros: Option<i64>,
    pub note: Option<String>,
    #[model(sql_type = Numeric, precision = 6, scale = 2, default = 1.5)]
    pub size: BigDecimal,
    #[model(generated("size * 2", stored), sql_type = Numeric, precision = 8, scale = 2)]
    pub twice: Option<BigDecimal>,
    #[model(generated("size + 1"), sql_type = Numeric, precision = 8, scale = 2)]
    pub more: Option<BigDecimal>,
    #[model(sql_type = "point")]
    pub place: Vec<u8>,
    #[model(enumeration, default = "fine")]
    pub mood: Mood,
    #[model(sql_type = "set('a','b')")]
    pub some: Option<String>,
    #[model(default = true)]
    pub open: bool,
    #[model(sql_type = "json", default = sql("(json_object())"))]
    pub settings: String,
    #[model(sql_type = "timestamp", default = sql("CURRENT_TIMESTAMP"), on_update = "CURRENT_TIMESTAMP")]
    pub at: NaiveDateTime,
    #[model(sql_type = "datetime(3)")]
    pub then: Option<NaiveDateTime>,
    #[model(sql_type = "year")]
    pub year: Option<i16>,
    #[model(sql_type = "bit(3)", default = sql("b'101'"))]
    pub bits: Vec<u8>,
    #[model(sql_type = "varbinary(8)", default = sql("0x410042"))]
    pub mark: Vec<u8>,
    #[model(max_length = 36, default = sql("(uuid())"))]
    pub token: String,
    #[model(option(invisible = "1"))]
    pub hidden: Option<i32>,
}

#[derive(Model)]
#[model(
    schema_only,
    table = "nine_booking",
    primary_key(room_id, number),
    foreign_key(
        columns(of_room, of_number),
        references(nine_booking::room_id, nine_booking::number),
        name = "fk_nine_booking_of_room_of_number",
        on_delete = set_null
    )
)]
pub struct Booking {
    #[model(sql_type = "int unsigned", foreign_key(nine_room::id, name = "fk_nine_booking_room_id", on_delete = cascade, on_update = restrict))]
    pub room_id: i64,
    pub number: i32,
    #[model(sql_type = "int unsigned")]
    pub of_room: Option<i64>,
    pub of_number: Option<i32>,
}
