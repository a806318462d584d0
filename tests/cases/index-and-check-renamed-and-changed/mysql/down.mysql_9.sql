-- rename check ck_item_positive to ck_item_price on item
-- rename index ix_item_name_kind to ix_item_name on item
--
-- Dangers:
-- check-on-rows: check ck_item_price on item: a row that breaks it stops the migration
-- blocks-writes: table item is locked (SHARED) while every row is checked for ck_item_price

ALTER TABLE `item`
  DROP CONSTRAINT `ck_item_positive`,
  DROP INDEX `ix_item_name_kind`,
  ADD INDEX `ix_item_name` (`name`),
  ADD CONSTRAINT `ck_item_price` CHECK ((`price` >= 0));
