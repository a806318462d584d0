-- rename column span.high to low
-- rename column span.low to high
--
-- Dangers:
-- renames: column span.high is called low from now on
-- renames: column span.low is called high from now on

ALTER TABLE "span" RENAME COLUMN "high" TO "__migrate_high";

ALTER TABLE "span" RENAME COLUMN "low" TO "high";

ALTER TABLE "span" RENAME COLUMN "__migrate_high" TO "low";
