-- change column reading.value: type
--
-- Dangers:
-- needs-cast: column reading.value goes from text[] to integer[]: values are converted, 2 rows now
-- irreversible: down may not bring back the values of column reading.value as they were from text[] to integer[]
-- rewrites-table: every row of table reading is written again, 3 rows now
-- blocks-reads: table reading is locked (ACCESS EXCLUSIVE) while the type of value changes

ALTER TABLE "reading" ALTER COLUMN "value" TYPE integer[] USING "value"::integer[];
