-- drop column item.code
-- drop unique item_code_once on item
-- drop check item_code_set on item
-- drop index item_code on item
-- drop index item_name_code on item
--
-- Dangers:
-- drops-column: column item.code goes, which holds no value

DROP INDEX "item_code";

DROP INDEX "item_name_code";

ALTER TABLE "item"
    DROP CONSTRAINT "item_code_set",
    DROP CONSTRAINT "item_code_once",
    DROP COLUMN "code";
