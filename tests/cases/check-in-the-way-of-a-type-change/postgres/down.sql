-- change column reading.value: type
-- change check reading_value on reading
--
-- Dangers:
-- needs-cast: column reading.value goes from integer to character varying(20): values may be converted
-- rewrites-table: every row of table reading is written again
-- check-on-rows: check reading_value on reading: a row that breaks it stops the migration
-- blocks-reads: table reading is locked (ACCESS EXCLUSIVE) while the type of value changes and while every row is checked for reading_value

ALTER TABLE "reading" DROP CONSTRAINT "reading_value";

ALTER TABLE "reading"
    ALTER COLUMN "value" TYPE character varying(20),
    ADD CONSTRAINT "reading_value" CHECK ((value)::text <> ''::text);
