-- change column item.id: key generation

ALTER TABLE `item` MODIFY COLUMN `id` int(11) NOT NULL;
