-- rename table app.item to item
--
-- Dangers:
-- renames: table app.item is called item from now on

ALTER TABLE "app"."item" SET SCHEMA "public";

ALTER TABLE "item" ALTER COLUMN "id" SET DEFAULT nextval('item_id_seq'::regclass);
