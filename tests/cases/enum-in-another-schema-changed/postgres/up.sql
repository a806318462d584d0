-- change enum app.mood

ALTER TYPE "app"."mood" RENAME TO "mood__old";

CREATE TYPE "app"."mood" AS ENUM ('sad', 'ok');

ALTER TABLE "dog" ALTER COLUMN "feels" TYPE app.mood USING "feels"::text::app.mood;

ALTER TABLE "app"."person"
    ALTER COLUMN "feels" DROP DEFAULT,
    ALTER COLUMN "feels" TYPE app.mood USING "feels"::text::app.mood,
    ALTER COLUMN "feels" SET DEFAULT 'ok'::app.mood;

DROP TYPE "app"."mood__old";
