CREATE TABLE nine_room (
    id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name varchar(40) CHARACTER SET latin1 COLLATE latin1_german1_ci NOT NULL COMMENT 'as on the door',
    floor smallint NOT NULL DEFAULT 1,
    zeros int(5) unsigned zerofill,
    note text,
    size decimal(6,2) NOT NULL DEFAULT 1.5,
    twice decimal(8,2) GENERATED ALWAYS AS (size * 2) STORED,
    more decimal(8,2) GENERATED ALWAYS AS (size + 1) VIRTUAL,
    place point NOT NULL,
    mood enum('fine','bad') NOT NULL DEFAULT 'fine',
    some set('a','b'),
    open tinyint(1) NOT NULL DEFAULT 1,
    settings json NOT NULL DEFAULT (json_object()),
    at timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    `then` datetime(3),
    `year` year,
    bits bit(3) NOT NULL DEFAULT b'101',
    mark varbinary(8) NOT NULL DEFAULT 0x410042,
    token varchar(36) NOT NULL DEFAULT (uuid()),
    hidden int INVISIBLE,
    UNIQUE KEY uq_room (name, floor),
    KEY ix_prefix (note(20)),
    FULLTEXT KEY ix_text (note),
    SPATIAL KEY ix_place (place),
    KEY ix_lower ((lower(name))),
    KEY ix_hidden (floor DESC) INVISIBLE,
    CONSTRAINT ck_floor CHECK (floor >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin ROW_FORMAT=DYNAMIC COMMENT='where it''s held';
CREATE TABLE nine_booking (
    room_id int unsigned NOT NULL,
    number int NOT NULL,
    of_room int unsigned,
    of_number int,
    PRIMARY KEY (room_id, number),
    CONSTRAINT fk_nine_booking_room_id FOREIGN KEY (room_id) REFERENCES nine_room (id)
        ON DELETE CASCADE ON UPDATE RESTRICT,
    CONSTRAINT fk_nine_booking_of_room_of_number FOREIGN KEY (of_room, of_number)
        REFERENCES nine_booking (room_id, number) ON DELETE SET NULL ON UPDATE NO ACTION
);
