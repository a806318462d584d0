-- drop column item.ticket
--
-- Dangers:
-- drops-column: column item.ticket goes, with the values that it may hold

ALTER TABLE "item" DROP COLUMN "ticket";
