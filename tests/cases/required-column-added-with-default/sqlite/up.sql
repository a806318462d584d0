-- add column item.stock

ALTER TABLE "item" ADD COLUMN "stock" integer NOT NULL DEFAULT 0;
