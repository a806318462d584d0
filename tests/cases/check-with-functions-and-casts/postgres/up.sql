-- change check item_name on item
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while every row is checked for item_name

ALTER TABLE "item" DROP CONSTRAINT "item_name";

ALTER TABLE "item" ADD CONSTRAINT "item_name" CHECK ((length(lower((name)::text)) > 1) AND (((size)::numeric(6,1) / (2)::numeric) < 9.5) AND ((COALESCE(name, ''::character varying))::text ~~ '%_%'::text));
