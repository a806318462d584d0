-- change column reading.value: type
--
-- Dangers:
-- rewrites-table: every row of table reading is written again, 3 rows now
-- blocks-reads: table reading is locked (ACCESS EXCLUSIVE) while the type of value changes

ALTER TABLE "reading" ALTER COLUMN "value" TYPE smallint;
