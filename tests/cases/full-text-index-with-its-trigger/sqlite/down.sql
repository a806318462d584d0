-- drop trigger item_new on item
-- drop table item_text
--
-- Dangers:
-- drops-object: trigger item_new on item goes and does not run any more
-- drops-object: table item_text goes: what still uses it breaks

DROP TRIGGER "item_new";

DROP TABLE "item_text";
