-- drop column item.ticket
--
-- Dangers:
-- drops-column: column item.ticket goes, with its values

ALTER TABLE "item" DROP COLUMN "ticket";
