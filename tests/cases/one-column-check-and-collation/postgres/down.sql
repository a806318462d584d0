-- change column item.code: collation
-- drop check item_code_filled on item

ALTER TABLE "item" DROP CONSTRAINT "item_code_filled";

ALTER TABLE "item" ALTER COLUMN "code" TYPE character varying(20);
