-- change column item.code: collation
-- drop foreign key item_code_key on item

ALTER TABLE "item" DROP CONSTRAINT "item_code_key";

ALTER TABLE "item" ALTER COLUMN "code" TYPE character varying(20);
