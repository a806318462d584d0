-- create primary key (unnamed) on item

ALTER TABLE `item` ADD PRIMARY KEY (`id`);
