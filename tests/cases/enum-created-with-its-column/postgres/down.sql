-- drop enum mood
-- drop column person.feels
--
-- Dangers:
-- drops-column: column person.feels goes, with its values

ALTER TABLE "person" DROP COLUMN "feels";

DROP TYPE "mood";
