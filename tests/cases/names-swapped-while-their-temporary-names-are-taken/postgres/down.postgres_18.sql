-- change enum mood
-- rename column span.high to low
-- change column span.low: not null constraint
-- rename column span.low to high
-- change index first on span
-- change index second on span
--
-- Dangers:
-- renames: column span.high is called low from now on
-- renames: column span.low is called high from now on
-- blocks-writes: table span is locked (SHARE) while index first is built and while index second is built

DROP INDEX "first";

DROP INDEX "second";

ALTER TABLE "span" RENAME COLUMN "high" TO "high__old_2";

ALTER TABLE "span" RENAME COLUMN "low" TO "high";

ALTER TABLE "span" RENAME COLUMN "high__old_2" TO "low";

ALTER TABLE "span" RENAME CONSTRAINT "span_high_not_null" TO "span_low_not_null";

ALTER TYPE "mood" RENAME TO "mood__old_2";

CREATE TYPE "mood" AS ENUM ('low', 'high');

ALTER TABLE "span" ALTER COLUMN "mood" TYPE mood USING "mood"::text::mood;

CREATE INDEX "first" ON "span" ("low");

CREATE INDEX "second" ON "span" ("high");

DROP TYPE "mood__old_2";
