-- change enum mood

ALTER TABLE "person" DROP CONSTRAINT "person_ok";

ALTER TYPE "mood" RENAME TO "mood__old";

CREATE TYPE "mood" AS ENUM ('sad', 'ok');

ALTER TABLE "person"
    ALTER COLUMN "feels" DROP DEFAULT,
    ALTER COLUMN "feels" TYPE mood USING "feels"::text::mood,
    ALTER COLUMN "feels" SET DEFAULT 'ok'::mood,
    ALTER COLUMN "felt" TYPE mood[] USING "felt"::text[]::mood[],
    ADD CONSTRAINT "person_ok" CHECK ((feels <> 'sad'::mood) OR (id > 1));

DROP TYPE "mood__old";
