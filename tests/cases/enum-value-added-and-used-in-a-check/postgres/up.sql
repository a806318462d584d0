-- change enum mood
-- create check person_feels_check on person
-- create index person_glad on person
--
-- Dangers:
-- check-on-rows: check person_feels_check on person: a row that breaks it stops the migration
-- blocks-reads: table person is locked (ACCESS EXCLUSIVE) while every row is checked for person_feels_check

ALTER TYPE "mood" RENAME TO "mood__old";

CREATE TYPE "mood" AS ENUM ('sad', 'ok', 'glad');

ALTER TABLE "person"
    ALTER COLUMN "feels" TYPE mood USING "feels"::text::mood,
    ADD CONSTRAINT "person_feels_check" CHECK (feels <> 'glad'::mood);

CREATE INDEX "person_glad" ON "person" ("id") WHERE feels = 'glad'::mood;

DROP TYPE "mood__old";
