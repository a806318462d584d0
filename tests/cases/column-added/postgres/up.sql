-- add column item.colour

ALTER TABLE "item" ADD COLUMN "colour" character varying(10);
