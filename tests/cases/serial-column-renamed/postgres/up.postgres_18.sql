-- rename column item.id to number
-- change column item.number: not null constraint, key generation
--
-- Dangers:
-- renames: column item.id is called number from now on

ALTER SEQUENCE "item_id_seq" RENAME TO "item_number_seq";

ALTER TABLE "item" RENAME COLUMN "id" TO "number";

ALTER TABLE "item" RENAME CONSTRAINT "item_id_not_null" TO "item_number_not_null";
