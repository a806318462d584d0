-- change index item_name on item
--
-- Dangers:
-- unique-on-rows: unique index item_name on item: a row that breaks it stops the migration
-- blocks-writes: table item is locked (SHARE) while index item_name is built

DROP INDEX "item_name";

CREATE UNIQUE INDEX "item_name" ON "item" ("name") WHERE (gone = 0) AND ((name)::text = ANY (ARRAY['pen'::character varying, 'cap'::character varying]));
