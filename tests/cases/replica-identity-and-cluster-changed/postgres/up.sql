-- change primary key item_pkey on item
-- change unique item_code on item
-- change index item_size on item
-- change options of table item
-- change primary key log_pkey on log
-- change options of table log
-- drop unique note_code on note
-- create table page

ALTER TABLE "note" DROP CONSTRAINT "note_code";

CREATE TABLE "page" (
    "id" integer NOT NULL,
    CONSTRAINT "page_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "page" REPLICA IDENTITY FULL;

ALTER TABLE "item" CLUSTER ON "item_pkey";

ALTER TABLE "item" REPLICA IDENTITY NOTHING;

ALTER INDEX "log_pkey" RESET ("fillfactor");

ALTER INDEX "log_pkey" SET ("deduplicate_items" = 'off');

ALTER TABLE "log" SET WITHOUT CLUSTER;

ALTER TABLE "log" REPLICA IDENTITY DEFAULT;

ALTER TABLE "note" REPLICA IDENTITY DEFAULT;
