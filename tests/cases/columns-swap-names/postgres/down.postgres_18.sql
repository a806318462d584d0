-- rename column span.high to low
-- change column span.low: not null constraint
-- rename column span.low to high
--
-- Dangers:
-- renames: column span.high is called low from now on
-- renames: column span.low is called high from now on

ALTER TABLE "span" RENAME COLUMN "high" TO "high__old";

ALTER TABLE "span" RENAME COLUMN "low" TO "high";

ALTER TABLE "span" RENAME COLUMN "high__old" TO "low";

ALTER TABLE "span" RENAME CONSTRAINT "span_high_not_null" TO "span_low_not_null";
