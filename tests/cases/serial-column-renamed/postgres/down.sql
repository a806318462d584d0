-- rename column item.number to id
-- change column item.id: key generation
--
-- Dangers:
-- renames: column item.number is called id from now on

ALTER SEQUENCE "item_number_seq" RENAME TO "item_id_seq";

ALTER TABLE "item" RENAME COLUMN "number" TO "id";
