-- drop column item.stock
--
-- Dangers:
-- drops-column: column item.stock goes, with the values that it may hold

ALTER TABLE "item" DROP COLUMN "stock";
