-- change column reading.value: type
--
-- Dangers:
-- narrows-type: column reading.value goes from text[] to integer[]: values may not fit, 3 rows now
-- needs-cast: column reading.value goes from text[] to integer[]: values are converted, 3 rows now
-- irreversible: down can't bring back what column reading.value loses from text[] to integer[]
-- rewrites-table: every row of table reading is written again, 3 rows now
-- blocks-reads: table reading is locked (ACCESS EXCLUSIVE) while the type of value changes

ALTER TABLE "reading" ALTER COLUMN "value" TYPE integer[] USING "value"::integer[];
