-- create table item
-- rename table item to old_item
--
-- Dangers:
-- renames: table item is called old_item from now on

ALTER TABLE "item" RENAME TO "old_item";

CREATE TABLE item (code integer PRIMARY KEY);
