-- create primary key (unnamed) on item
--
-- Dangers:
-- unique-on-rows: primary key on item: a row that breaks it stops the migration

ALTER TABLE `item` ADD PRIMARY KEY (`id`);
