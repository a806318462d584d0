-- change column item.code: collation
-- drop index item_code on item

DROP INDEX "item_code";

ALTER TABLE "item" ALTER COLUMN "code" TYPE character varying(20);
