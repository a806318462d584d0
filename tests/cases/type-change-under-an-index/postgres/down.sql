-- change column reading.value: type
--
-- Dangers:
-- needs-cast: column reading.value goes from integer to character varying(20): values may be converted
-- rewrites-table: every row of table reading is written again
-- blocks-reads: table reading is locked (ACCESS EXCLUSIVE) while the type of value changes

ALTER TABLE "reading" ALTER COLUMN "value" TYPE character varying(20);
