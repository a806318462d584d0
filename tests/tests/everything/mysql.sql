CREATE TABLE my_room (
    id int(10) unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
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
    settings json NOT NULL DEFAULT '{}',
    at timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
    `then` datetime(3),
    `year` year(4),
    bits bit(3) NOT NULL DEFAULT b'101',
    UNIQUE KEY uq_room (name, floor),
    KEY ix_prefix (note(20)),
    FULLTEXT KEY ix_text (note),
    SPATIAL KEY ix_place (place),
    KEY ix_hidden (floor DESC) IGNORED,
    CONSTRAINT ck_floor CHECK (floor >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin ROW_FORMAT=DYNAMIC COMMENT='where it''s held';
CREATE TABLE my_booking (
    room_id int(10) unsigned NOT NULL,
    number int NOT NULL,
    of_room int(10) unsigned,
    of_number int,
    PRIMARY KEY (room_id, number),
    CONSTRAINT fk_my_booking_room_id FOREIGN KEY (room_id) REFERENCES my_room (id)
        ON DELETE CASCADE ON UPDATE RESTRICT,
    CONSTRAINT fk_my_booking_of_room_of_number FOREIGN KEY (of_room, of_number)
        REFERENCES my_booking (room_id, number) ON DELETE SET NULL ON UPDATE NO ACTION
);
