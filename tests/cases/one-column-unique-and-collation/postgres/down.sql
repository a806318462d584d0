-- change column item.code: collation
-- drop unique item_code_unique on item

ALTER TABLE "item" DROP CONSTRAINT "item_code_unique";

ALTER TABLE "item" ALTER COLUMN "code" TYPE character varying(20);
