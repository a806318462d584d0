-- drop index item_name on item

DROP INDEX "item_name";
