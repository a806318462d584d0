-- drop unique item_code_unique on item
-- drop check item_code_filled on item

ALTER TABLE "item"
    DROP CONSTRAINT "item_code_filled",
    DROP CONSTRAINT "item_code_unique";
