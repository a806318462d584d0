-- rename check ck_item_price to ck_item_positive on item
-- rename index ix_item_name to ix_item_name_kind on item
--
-- Dangers:
-- blocks-writes: table item is locked (SHARED) while every row is checked for ck_item_positive

ALTER TABLE `item`
  DROP CONSTRAINT `ck_item_price`,
  DROP INDEX `ix_item_name`,
  ADD INDEX `ix_item_name_kind` (`name`, `kind`),
  ADD CONSTRAINT `ck_item_positive` CHECK ((`price` > 0));
