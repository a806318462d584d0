-- change column reading.value: type
--
-- Dangers:
-- narrows-type: column reading.value goes from character varying(20) to integer: values may not fit
-- needs-cast: column reading.value goes from character varying(20) to integer: values may be converted
-- rewrites-table: every row of table reading is written again
-- blocks-reads: table reading is locked (ACCESS EXCLUSIVE) while the type of value changes

ALTER TABLE "reading" ALTER COLUMN "value" TYPE integer USING "value"::integer;
