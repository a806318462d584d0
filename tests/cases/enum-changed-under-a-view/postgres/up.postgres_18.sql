-- change enum mood

DROP VIEW "sad";

ALTER TYPE "mood" RENAME TO "mood__old";

CREATE TYPE "mood" AS ENUM ('sad', 'ok');

ALTER TABLE "person" ALTER COLUMN "feels" TYPE mood USING "feels"::text::mood;

CREATE VIEW "sad" AS
 SELECT id
   FROM person
  WHERE (feels = 'sad'::mood);

DROP TYPE "mood__old";
