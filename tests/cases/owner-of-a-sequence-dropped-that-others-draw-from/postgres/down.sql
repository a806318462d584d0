-- change column item.id: default
-- add column item.first
-- add column item.second
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while every row gets its first

CREATE SEQUENCE "number";

ALTER TABLE "item"
    ALTER COLUMN "id" SET DEFAULT nextval('number'::regclass),
    ADD COLUMN "first" bigint DEFAULT nextval('number'::regclass),
    ADD COLUMN "second" bigint DEFAULT nextval('number'::regclass);

ALTER SEQUENCE "number" OWNED BY "item"."first";
