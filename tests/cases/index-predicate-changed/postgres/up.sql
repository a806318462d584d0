-- change index item_name on item
--
-- Dangers:
-- blocks-writes: table item is locked (SHARE) while index item_name is built

DROP INDEX "item_name";

CREATE UNIQUE INDEX "item_name" ON "item" ("name") WHERE (gone = 0) AND ((name)::text = ANY (ARRAY['pen'::character varying, 'cap'::character varying]));
