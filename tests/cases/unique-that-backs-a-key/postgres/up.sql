-- drop unique item_code on item
-- drop foreign key part_item on part

ALTER TABLE "part" DROP CONSTRAINT "part_item";

ALTER TABLE "item" DROP CONSTRAINT "item_code";
