-- rename column item.Id to id
-- rename column item.ItemName to itemname
--
-- Dangers:
-- renames: column item.Id is called id from now on
-- renames: column item.ItemName is called itemname from now on

ALTER TABLE `item`
  RENAME COLUMN `Id` TO `id`,
  RENAME COLUMN `ItemName` TO `itemname`;
