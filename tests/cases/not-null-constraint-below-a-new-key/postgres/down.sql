-- change column item.id: not null constraint
-- change column item.code: not null constraint
-- drop primary key item_pkey on item

ALTER TABLE "item" DROP CONSTRAINT "item_pkey";

ALTER TABLE "item" ALTER CONSTRAINT "item_code_not_null" NO INHERIT;

ALTER TABLE "item"
    ALTER COLUMN "id" DROP NOT NULL,
    ADD CONSTRAINT "item_has_id" NOT NULL "id" NOT VALID;
