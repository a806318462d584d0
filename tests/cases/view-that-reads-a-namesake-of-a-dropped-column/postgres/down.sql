-- add column item.name

ALTER TABLE "item" ADD COLUMN "name" character varying(20);
