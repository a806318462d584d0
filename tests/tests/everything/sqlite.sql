CREATE TABLE lite_room (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL COLLATE NOCASE,
    floor INTEGER NOT NULL DEFAULT 1,
    note TEXT,
    twice INTEGER GENERATED ALWAYS AS (floor * 2) STORED,
    more INTEGER GENERATED ALWAYS AS (floor + 1) VIRTUAL,
    mood TEXT NOT NULL DEFAULT 'fine',
    at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    chance INTEGER NOT NULL DEFAULT (abs(random())),
    picture BLOB,
    CONSTRAINT uq_room UNIQUE (name, floor),
    CONSTRAINT ck_floor CHECK (floor >= 0),
    CONSTRAINT ck_lite_room_mood CHECK ("mood" IN ('fine', 'bad'))
) STRICT;
CREATE INDEX ix_partial ON lite_room (name COLLATE RTRIM DESC, floor) WHERE floor > 1;
CREATE UNIQUE INDEX ix_lower ON lite_room (lower(name));
CREATE TABLE lite_booking (
    room_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    of_room INTEGER,
    of_number INTEGER,
    CONSTRAINT pk_booking PRIMARY KEY (room_id, number),
    CONSTRAINT fk_lite_booking_room_id FOREIGN KEY (room_id) REFERENCES lite_room (id)
        ON DELETE CASCADE ON UPDATE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_lite_booking_of_room_of_number FOREIGN KEY (of_room, of_number)
        REFERENCES lite_booking (room_id, number) ON DELETE SET NULL
) WITHOUT ROWID;
