-- create table guest
-- change primary key room_pkey on room
-- create unique stay_room on stay
-- create foreign key stay_in_room on stay
--
-- Dangers:
-- unique-on-rows: primary key on room: a row that breaks it stops the migration
-- unique-on-rows: unique stay_room on stay: a row that breaks it stops the migration
-- foreign-key-on-rows: foreign key stay_in_room on stay: a row that breaks it stops the migration
-- blocks-reads: table room is locked (ACCESS EXCLUSIVE) while the index of the primary key is built
-- blocks-reads: table stay is locked (ACCESS EXCLUSIVE) while the index of unique stay_room is built
-- blocks-writes: table room is locked (SHARE ROW EXCLUSIVE) while foreign key stay_in_room is checked

ALTER TABLE "room" DROP CONSTRAINT "room_pkey";

CREATE TABLE "guest" (
    "room" int4range,
    "during" daterange
);

ALTER TABLE "room" ADD CONSTRAINT "room_pkey" PRIMARY KEY ("id", "during" WITHOUT OVERLAPS);

ALTER TABLE "stay" ADD CONSTRAINT "stay_room" UNIQUE ("room", "during" WITHOUT OVERLAPS);

ALTER TABLE "guest" ADD CONSTRAINT "guest_in_room" FOREIGN KEY ("room", PERIOD "during") REFERENCES "room" ("id", PERIOD "during");

ALTER TABLE "stay" ADD CONSTRAINT "stay_in_room" FOREIGN KEY ("room", PERIOD "during") REFERENCES "room" ("id", PERIOD "during");
