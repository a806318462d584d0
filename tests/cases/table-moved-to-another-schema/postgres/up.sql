-- rename table item to app.item
--
-- Dangers:
-- renames: table item is called app.item from now on

ALTER TABLE "item" SET SCHEMA "app";
