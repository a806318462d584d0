-- change column item.price: drop not null, default
-- add column item.shipping

ALTER TABLE "item"
    ALTER COLUMN "price" DROP DEFAULT,
    ALTER COLUMN "price" DROP NOT NULL,
    ADD COLUMN "shipping" cents DEFAULT 5;
