-- rename column item.title to name
-- change column item.name: type, drop not null
-- change column item.price: type
-- add column item.old
-- change column item.size: default
-- drop column item.colour
-- drop unique item_title on item
-- drop check item_size on item
-- create index item_old on item
-- drop index item_price on item
--
-- Dangers:
-- renames: column item.title is called name from now on
-- narrows-type: column item.title goes from character varying(80) to character varying(40): values may not fit
-- needs-cast: column item.price goes from integer to character varying(20): values may be converted
-- drops-column: column item.colour goes, with the values that it may hold
-- rewrites-table: every row of table item is written again
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the type of name changes and while the type of price changes

DROP INDEX "item_price";

ALTER TABLE "item"
    DROP CONSTRAINT "item_size",
    DROP CONSTRAINT "item_title",
    DROP COLUMN "colour";

ALTER TABLE "item" RENAME COLUMN "title" TO "name";

ALTER TABLE "item"
    ALTER COLUMN "name" TYPE character varying(40),
    ALTER COLUMN "name" DROP NOT NULL,
    ALTER COLUMN "price" TYPE character varying(20),
    ADD COLUMN "old" integer,
    ALTER COLUMN "size" SET DEFAULT 1;

CREATE INDEX "item_old" ON "item" ("old");
