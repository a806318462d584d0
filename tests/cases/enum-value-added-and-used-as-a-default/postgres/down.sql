-- change enum mood
-- change column person.feels: default
--
-- Dangers:
-- narrows-type: a row that holds 'glad' of enum mood stops the migration

ALTER TYPE "mood" RENAME TO "mood__old";

CREATE TYPE "mood" AS ENUM ('sad', 'ok');

ALTER TABLE "person"
    ALTER COLUMN "feels" DROP DEFAULT,
    ALTER COLUMN "feels" TYPE mood USING "feels"::text::mood,
    ALTER COLUMN "feels" SET DEFAULT 'ok'::mood;

DROP TYPE "mood__old";
