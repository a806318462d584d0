-- change primary key item_pkey on item
-- change unique item_code on item
-- change index item_size on item
-- change options of table item
-- change primary key log_pkey on log
-- change options of table log
-- create unique note_code on note
-- drop table page
--
-- Dangers:
-- unique-on-rows: unique note_code on note: a row that breaks it stops the migration
-- drops-table: table page goes, with the rows that it may have
-- blocks-reads: table note is locked (ACCESS EXCLUSIVE) while the index of unique note_code is built

DROP TABLE "page";

ALTER TABLE "note" ADD CONSTRAINT "note_code" UNIQUE ("code");

ALTER TABLE "item" CLUSTER ON "item_size";

ALTER TABLE "item" REPLICA IDENTITY USING INDEX "item_code";

ALTER INDEX "log_pkey" RESET ("deduplicate_items");

ALTER INDEX "log_pkey" SET ("fillfactor" = '70');

ALTER TABLE "log" CLUSTER ON "log_pkey";

ALTER TABLE "log" REPLICA IDENTITY FULL;

ALTER TABLE "note" REPLICA IDENTITY USING INDEX "note_code";
