-- change column item.name: collation
-- change options of table item
--
-- Dangers:
-- blocks-writes: table item is locked (SHARED) while the table is copied for name

ALTER TABLE `item` DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci;
