-- drop enum mood
-- drop column person.feels
--
-- Dangers:
-- drops-column: column person.feels goes, with the values that it may hold

ALTER TABLE "person" DROP COLUMN "feels";

DROP TYPE "mood";
