-- add column item.stock

ALTER TABLE "item" ADD COLUMN "stock" integer DEFAULT 0 NOT NULL;
