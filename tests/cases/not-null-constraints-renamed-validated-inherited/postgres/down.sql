-- change column item.id: not null constraint
-- change column item.name: not null constraint
-- change column item.size: not null constraint
-- change column item.color: not null constraint
-- change column item.shape: not null constraint
-- drop column item.weight
-- drop table part
--
-- Dangers:
-- not-null-on-rows: column item.color becomes required, and a row that holds NULL stops the migration
-- drops-column: column item.weight goes, with the values that it may hold
-- drops-table: table part goes, with the rows that it may have

DROP TABLE "part";

ALTER TABLE "item" DROP COLUMN "weight";

ALTER TABLE "item" RENAME CONSTRAINT "item_id" TO "item_has_id";

ALTER TABLE "item" RENAME CONSTRAINT "item_colored" TO "item_shape_not_null";

ALTER TABLE "item" RENAME CONSTRAINT "item_may_have_color" TO "item_colored";

ALTER TABLE "item" ALTER CONSTRAINT "item_named" NO INHERIT;

ALTER TABLE "item" VALIDATE CONSTRAINT "item_colored";

ALTER TABLE "item"
    ALTER COLUMN "size" DROP NOT NULL,
    ADD CONSTRAINT "item_sized" NOT NULL "size" NOT VALID;

COMMENT ON CONSTRAINT "item_has_id" ON "item" IS 'always';
