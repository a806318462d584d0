-- drop column item.stock
--
-- Dangers:
-- drops-column: column item.stock goes, with its values

ALTER TABLE "item" DROP COLUMN "stock";
