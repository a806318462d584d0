-- change column item.code: drop not null, generated expression

ALTER TABLE "item" DROP COLUMN "code";

ALTER TABLE "item" ADD COLUMN "code" integer GENERATED ALWAYS AS (amount * 2) STORED;
