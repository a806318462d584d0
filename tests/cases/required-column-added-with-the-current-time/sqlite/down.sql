-- drop column item.made
--
-- Dangers:
-- drops-column: column item.made goes, with its values

BEGIN;

ALTER TABLE "item" DROP COLUMN "made";

COMMIT;
