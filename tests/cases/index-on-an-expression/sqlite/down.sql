-- drop index item_lower on item

DROP INDEX "item_lower";
