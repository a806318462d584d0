-- create table item
-- rename table item to old_item
-- rename primary key item_pkey to old_item_pkey on old_item
--
-- Dangers:
-- renames: table item is called old_item from now on

ALTER TABLE "item" RENAME TO "old_item";

ALTER INDEX "item_pkey" RENAME TO "old_item_pkey";

CREATE TABLE "item" (
    "code" integer NOT NULL,
    CONSTRAINT "item_pkey" PRIMARY KEY ("code")
);
