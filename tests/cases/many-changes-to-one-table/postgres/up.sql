-- rename column item.name to title
-- change column item.title: type, set not null
-- change column item.price: type
-- add column item.colour
-- change column item.size: default
-- drop column item.old
-- create unique item_title on item
-- create check item_size on item
-- create index item_price on item
-- drop index item_old on item
--
-- Dangers:
-- renames: column item.name is called title from now on
-- needs-cast: column item.price goes from character varying(20) to integer: values are converted, 2 rows now
-- irreversible: down may not bring back the values of column item.price as they were from character varying(20) to integer
-- drops-column: column item.old goes, which holds no value
-- rewrites-table: every row of table item is written again, 2 rows now
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while every row's title is looked at for NULL and while the type of price changes and while the index of unique item_title is built and while every row is checked for item_size

DROP INDEX "item_old";

ALTER TABLE "item" DROP COLUMN "old";

ALTER TABLE "item" RENAME COLUMN "name" TO "title";

ALTER TABLE "item"
    ALTER COLUMN "title" TYPE character varying(80),
    ALTER COLUMN "title" SET NOT NULL,
    ALTER COLUMN "price" TYPE integer USING "price"::integer,
    ADD COLUMN "colour" character varying(9) DEFAULT ('red'::character varying) NOT NULL,
    ALTER COLUMN "size" SET DEFAULT 2,
    ADD CONSTRAINT "item_title" UNIQUE ("title"),
    ADD CONSTRAINT "item_size" CHECK (size > 0);

CREATE INDEX "item_price" ON "item" ("price");
