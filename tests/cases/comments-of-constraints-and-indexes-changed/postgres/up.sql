-- create table box
-- change primary key item_key on item
-- change unique item_code on item
-- change check item_size on item
-- change exclusion item_span on item
-- change index item_by_code on item
-- change index item_by_size on item
-- rename index item_by_parent to item_by_the_parent on item

ALTER INDEX "item_by_parent" RENAME TO "item_by_the_parent";

CREATE TABLE "box" (
    "id" integer NOT NULL,
    "item" integer,
    CONSTRAINT "box_key" PRIMARY KEY ("id"),
    CONSTRAINT "box_id" CHECK (id > 0)
);

ALTER TABLE "box" ADD CONSTRAINT "box_item" FOREIGN KEY ("item") REFERENCES "item" ("id");

COMMENT ON CONSTRAINT "box_key" ON "box" IS 'one a box';

COMMENT ON CONSTRAINT "box_item" ON "box" IS 'what is in it';

COMMENT ON CONSTRAINT "box_id" ON "box" IS 'from one';

COMMENT ON CONSTRAINT "item_key" ON "item" IS 'a number''s key';

COMMENT ON INDEX "item_key" IS E'room for \\updates';

COMMENT ON INDEX "item_code" IS 'of the unique constraint';

COMMENT ON CONSTRAINT "item_span" ON "item" IS 'never two at a time';

COMMENT ON CONSTRAINT "item_size" ON "item" IS NULL;

COMMENT ON INDEX "item_by_code" IS 'new';

COMMENT ON INDEX "item_by_size" IS NULL;
