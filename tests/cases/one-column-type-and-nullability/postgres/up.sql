-- change column item.code: type, set not null
--
-- Dangers:
-- needs-cast: column item.code goes from character varying(20) to integer: values are converted, 2 rows now
-- irreversible: down may not bring back the values of column item.code as they were from character varying(20) to integer
-- rewrites-table: every row of table item is written again, 2 rows now
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the type of code changes and while every row's code is looked at for NULL

ALTER TABLE "item"
    ALTER COLUMN "code" TYPE integer USING "code"::integer,
    ALTER COLUMN "code" SET NOT NULL;
