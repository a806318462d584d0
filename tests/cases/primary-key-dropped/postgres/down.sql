-- create primary key item_pkey on item
--
-- Dangers:
-- unique-on-rows: primary key on item: a row that breaks it stops the migration
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the index of the primary key is built

ALTER TABLE "item" ADD CONSTRAINT "item_pkey" PRIMARY KEY ("id");
