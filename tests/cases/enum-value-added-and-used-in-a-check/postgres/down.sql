-- change enum mood
-- drop check person_feels_check on person
-- drop index person_glad on person
--
-- Dangers:
-- narrows-type: a row that holds 'glad' of enum mood stops the migration

DROP INDEX "person_glad";

ALTER TABLE "person" DROP CONSTRAINT "person_feels_check";

ALTER TYPE "mood" RENAME TO "mood__old";

CREATE TYPE "mood" AS ENUM ('sad', 'ok');

ALTER TABLE "person" ALTER COLUMN "feels" TYPE mood USING "feels"::text::mood;

DROP TYPE "mood__old";
