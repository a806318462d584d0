-- rename column item.number to id
-- change column item.id: not null constraint, key generation
--
-- Dangers:
-- renames: column item.number is called id from now on

ALTER SEQUENCE "item_number_seq" RENAME TO "item_id_seq";

ALTER TABLE "item" RENAME COLUMN "number" TO "id";

ALTER TABLE "item" RENAME CONSTRAINT "item_number_not_null" TO "item_id_not_null";
