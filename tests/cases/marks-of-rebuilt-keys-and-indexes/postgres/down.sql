-- change primary key item_key on item
-- change unique item_code on item
-- change foreign key item_parent on item
-- change check item_size on item
-- change index item_by_size on item
--
-- Dangers:
-- unique-on-rows: unique item_code on item: a row that breaks it stops the migration
-- check-on-rows: check item_size on item: a row that breaks it stops the migration
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the index of the primary key is built and while the index of unique item_code is built and while every row is checked for item_size

ALTER TABLE "item" DROP CONSTRAINT "item_parent";

DROP INDEX "item_by_size";

ALTER TABLE "item"
    DROP CONSTRAINT "item_size",
    DROP CONSTRAINT "item_code",
    DROP CONSTRAINT "item_key";

ALTER TABLE "item"
    ADD CONSTRAINT "item_key" PRIMARY KEY ("id"),
    ADD CONSTRAINT "item_code" UNIQUE ("code"),
    ADD CONSTRAINT "item_size" CHECK (size > 0);

CREATE INDEX "item_by_size" ON "item" ("size");

ALTER TABLE "item" ADD CONSTRAINT "item_parent" FOREIGN KEY ("parent") REFERENCES "item" ("id");

ALTER INDEX "item_key" SET ("fillfactor" = '80');

COMMENT ON CONSTRAINT "item_key" ON "item" IS 'a number''s key';

COMMENT ON INDEX "item_key" IS 'room for updates';

ALTER TABLE "item" REPLICA IDENTITY USING INDEX "item_code";

COMMENT ON CONSTRAINT "item_parent" ON "item" IS 'what it is part of';

COMMENT ON CONSTRAINT "item_size" ON "item" IS 'no size, no item';

ALTER TABLE "item" CLUSTER ON "item_by_size";

COMMENT ON INDEX "item_by_size" IS 'for the list';
