-- change column reading.value: type
--
-- Dangers:
-- needs-cast: column reading.value goes from text to bytea: values are converted, 2 rows now
-- rewrites-table: every row of table reading is written again, 3 rows now
-- blocks-reads: table reading is locked (ACCESS EXCLUSIVE) while the type of value changes

ALTER TABLE "reading" ALTER COLUMN "value" TYPE bytea USING convert_to("value", 'UTF8');
