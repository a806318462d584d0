-- create table item
-- rename table item to thing
-- rename primary key item_pkey to thing_pkey on thing
--
-- Dangers:
-- renames: table item is called thing from now on

ALTER TABLE "item" RENAME TO "thing";

ALTER INDEX "item_pkey" RENAME TO "thing_pkey";

CREATE TABLE "item" (
    "id" integer CONSTRAINT "item_id_not_null1" NOT NULL,
    "name" text CONSTRAINT "item_name_not_null1" NOT NULL
);
