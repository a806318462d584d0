-- change column item.id: not null constraint
-- change column item.code: not null constraint
-- create primary key item_pkey on item
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the index of the primary key is built

ALTER TABLE "item" VALIDATE CONSTRAINT "item_has_id";

ALTER TABLE "item" ALTER CONSTRAINT "item_code_not_null" INHERIT;

ALTER TABLE "item" ADD CONSTRAINT "item_pkey" PRIMARY KEY ("id", "code");
