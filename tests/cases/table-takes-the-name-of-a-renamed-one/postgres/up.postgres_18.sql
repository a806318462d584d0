-- create table item
-- rename table item to old_item
-- change column old_item.id: not null constraint
-- rename primary key item_pkey to old_item_pkey on old_item
--
-- Dangers:
-- renames: table item is called old_item from now on

ALTER TABLE "item" RENAME TO "old_item";

ALTER INDEX "item_pkey" RENAME TO "old_item_pkey";

ALTER TABLE "old_item" RENAME CONSTRAINT "item_id_not_null" TO "old_item_id_not_null";

CREATE TABLE "item" (
    "code" integer NOT NULL,
    CONSTRAINT "item_pkey" PRIMARY KEY ("code")
);
