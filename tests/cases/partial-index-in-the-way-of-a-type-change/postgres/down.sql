-- change column reading.value: type
-- change index reading_set on reading
--
-- Dangers:
-- needs-cast: column reading.value goes from integer to character varying(20): values may be converted
-- rewrites-table: every row of table reading is written again
-- blocks-reads: table reading is locked (ACCESS EXCLUSIVE) while the type of value changes

DROP INDEX "reading_set";

ALTER TABLE "reading" ALTER COLUMN "value" TYPE character varying(20);

CREATE INDEX "reading_set" ON "reading" ("id") WHERE (value)::text <> ''::text;
