-- add column item.shelf_id
-- create foreign key item_shelf on item
-- create index item_shelf_id on item
--
-- Dangers:
-- blocks-writes: table item is locked (SHARED) while foreign key item_shelf is checked

ALTER TABLE `item`
  ADD COLUMN `shelf_id` int,
  ADD INDEX `item_shelf_id` (`shelf_id`),
  ADD CONSTRAINT `item_shelf` FOREIGN KEY (`shelf_id`) REFERENCES `shelf` (`id`) ON DELETE CASCADE ON UPDATE NO ACTION;
