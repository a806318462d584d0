-- drop column item.room
-- drop foreign key item_shelf on item
-- drop table shelf
--
-- Dangers:
-- drops-column: column item.room goes, which holds no value
-- drops-table: table shelf goes, with its 1 row
-- irreversible: down makes table shelf again, without its rows

ALTER TABLE "item" DROP CONSTRAINT "item_shelf";

DROP TABLE "shelf";

ALTER TABLE "item" DROP COLUMN "room";
