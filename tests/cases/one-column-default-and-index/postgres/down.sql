-- change column item.code: default
-- drop index item_code on item

DROP INDEX "item_code";

ALTER TABLE "item" ALTER COLUMN "code" SET DEFAULT ('10'::character varying);
