-- change column Order "by" group.x.select from: type, drop not null, default
-- drop column Order "by" group.x.50% off
-- change check Key of (a), b on Order "by" group.x
--
-- Dangers:
-- narrows-type: column Order "by" group.x.select from goes from character varying(80) to character varying(40): values may not fit
-- drops-column: column Order "by" group.x.50% off goes, with the values that it may hold
-- rewrites-table: every row of table Order "by" group.x is written again
-- check-on-rows: check Key of (a), b on Order "by" group.x: a row that breaks it stops the migration
-- blocks-reads: table Order "by" group.x is locked (ACCESS EXCLUSIVE) while the type of select from changes and while every row is checked for Key of (a), b

ALTER TABLE "Order ""by"" group.x"
    DROP CONSTRAINT "Key of (a), b",
    DROP COLUMN "50% off";

ALTER TABLE "Order ""by"" group.x"
    ALTER COLUMN "select from" DROP DEFAULT,
    ALTER COLUMN "select from" TYPE character varying(40),
    ALTER COLUMN "select from" SET DEFAULT ('x'::character varying),
    ALTER COLUMN "select from" DROP NOT NULL,
    ADD CONSTRAINT "Key of (a), b" CHECK ("it's `odd` ""and"" dotted.name" > 0);
