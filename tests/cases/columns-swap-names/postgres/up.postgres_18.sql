-- rename column span.low to high
-- change column span.high: not null constraint
-- rename column span.high to low
--
-- Dangers:
-- renames: column span.low is called high from now on
-- renames: column span.high is called low from now on

ALTER TABLE "span" RENAME COLUMN "low" TO "low__old";

ALTER TABLE "span" RENAME COLUMN "high" TO "low";

ALTER TABLE "span" RENAME COLUMN "low__old" TO "high";

ALTER TABLE "span" RENAME CONSTRAINT "span_low_not_null" TO "span_high_not_null";
