-- change column item.code: type
-- create foreign key item_code_key on item
--
-- Dangers:
-- needs-cast: column item.code goes from character varying(20) to integer: values are converted, 2 rows now
-- irreversible: down may not bring back the values of column item.code as they were from character varying(20) to integer
-- rewrites-table: every row of table item is written again, 2 rows now
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the type of code changes
-- blocks-writes: table stock is locked (SHARE ROW EXCLUSIVE) while foreign key item_code_key is checked

ALTER TABLE "item" ALTER COLUMN "code" TYPE integer USING "code"::integer;

ALTER TABLE "item" ADD CONSTRAINT "item_code_key" FOREIGN KEY ("code") REFERENCES "stock" ("code") ON DELETE CASCADE;
