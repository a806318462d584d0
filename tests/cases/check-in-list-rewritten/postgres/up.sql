-- change check item_name on item
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while every row is checked for item_name

ALTER TABLE "item" DROP CONSTRAINT "item_name";

ALTER TABLE "item" ADD CONSTRAINT "item_name" CHECK ((name)::text = ANY (ARRAY['pen'::character varying, 'ink'::character varying, 'cap'::character varying]));
