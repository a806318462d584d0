-- change column reading.value: type, default
--
-- Dangers:
-- needs-cast: column reading.value goes from character varying(20) to integer: values are converted, 2 rows now
-- irreversible: down may not bring back the values of column reading.value as they were from character varying(20) to integer
-- rewrites-table: every row of table reading is written again, 2 rows now
-- blocks-reads: table reading is locked (ACCESS EXCLUSIVE) while the type of value changes

ALTER TABLE "reading"
    ALTER COLUMN "value" DROP DEFAULT,
    ALTER COLUMN "value" TYPE integer USING "value"::integer,
    ALTER COLUMN "value" SET DEFAULT 1;
