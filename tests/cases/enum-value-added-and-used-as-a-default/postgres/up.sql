-- change enum mood
-- change column person.feels: default

ALTER TYPE "mood" RENAME TO "mood__old";

CREATE TYPE "mood" AS ENUM ('sad', 'ok', 'glad');

ALTER TABLE "person"
    ALTER COLUMN "feels" DROP DEFAULT,
    ALTER COLUMN "feels" TYPE mood USING "feels"::text::mood,
    ALTER COLUMN "feels" SET DEFAULT 'glad'::mood;

DROP TYPE "mood__old";
