-- change primary key room_pkey on room
-- drop unique stay_room on stay
-- drop foreign key stay_in_room on stay
-- drop table guest
--
-- Dangers:
-- unique-on-rows: primary key on room: a row that breaks it stops the migration
-- drops-table: table guest goes, with the rows that it may have
-- blocks-reads: table room is locked (ACCESS EXCLUSIVE) while the index of the primary key is built

ALTER TABLE "stay" DROP CONSTRAINT "stay_in_room";

DROP TABLE "guest";

ALTER TABLE "room" DROP CONSTRAINT "room_pkey";

ALTER TABLE "stay" DROP CONSTRAINT "stay_room";

ALTER TABLE "room" ADD CONSTRAINT "room_pkey" PRIMARY KEY ("id", "during");
