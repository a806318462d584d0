-- change column item.id: not null constraint
-- change column item.name: not null constraint
-- change column item.size: not null constraint
-- change column item.color: not null constraint
-- change column item.shape: not null constraint
-- add column item.weight
-- create table part

ALTER TABLE "item" ALTER COLUMN "color" DROP NOT NULL;

ALTER TABLE "item" RENAME CONSTRAINT "item_has_id" TO "item_id";

ALTER TABLE "item" RENAME CONSTRAINT "item_shape_not_null" TO "item_colored";

CREATE TABLE "part" (
    "id" integer CONSTRAINT "part_has_id" NOT NULL NO INHERIT,
    "number" integer GENERATED ALWAYS AS IDENTITY CONSTRAINT "part_numbered" NOT NULL,
    "size" integer
);

ALTER TABLE "part" ADD CONSTRAINT "part_sized" NOT NULL "size" NOT VALID;

ALTER TABLE "item" ALTER CONSTRAINT "item_named" INHERIT;

ALTER TABLE "item" VALIDATE CONSTRAINT "item_sized";

ALTER TABLE "item"
    ADD CONSTRAINT "item_may_have_color" NOT NULL "color" NOT VALID,
    ADD COLUMN "weight" integer DEFAULT 1 CONSTRAINT "item_weighs" NOT NULL;

COMMENT ON CONSTRAINT "part_has_id" ON "part" IS 'here only';

COMMENT ON CONSTRAINT "item_id" ON "item" IS 'always, really';
