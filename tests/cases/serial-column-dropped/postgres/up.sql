-- drop column item.ticket
--
-- Dangers:
-- drops-column: column item.ticket goes, with its values in 2 rows
-- irreversible: down makes column item.ticket again, without its values

ALTER TABLE "item" DROP COLUMN "ticket";
