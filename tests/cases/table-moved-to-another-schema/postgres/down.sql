-- rename table app.item to item
--
-- Dangers:
-- renames: table app.item is called item from now on

ALTER TABLE "app"."item" SET SCHEMA "public";
