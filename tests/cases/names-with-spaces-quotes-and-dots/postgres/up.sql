-- change column Order "by" group.x.select from: type, set not null, default
-- add column Order "by" group.x.50% off
-- change check Key of (a), b on Order "by" group.x
--
-- Dangers:
-- blocks-reads: table Order "by" group.x is locked (ACCESS EXCLUSIVE) while every row's select from is looked at for NULL and while every row is checked for Key of (a), b

ALTER TABLE "Order ""by"" group.x" DROP CONSTRAINT "Key of (a), b";

ALTER TABLE "Order ""by"" group.x"
    ALTER COLUMN "select from" DROP DEFAULT,
    ALTER COLUMN "select from" TYPE character varying(80),
    ALTER COLUMN "select from" SET DEFAULT ('y'::character varying),
    ALTER COLUMN "select from" SET NOT NULL,
    ADD COLUMN "50% off" integer,
    ADD CONSTRAINT "Key of (a), b" CHECK ("it's `odd` ""and"" dotted.name" >= 1);
