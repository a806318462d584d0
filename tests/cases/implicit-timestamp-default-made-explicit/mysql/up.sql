-- change column item.seen: default, on update

ALTER TABLE `item` MODIFY COLUMN `seen` timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp();
