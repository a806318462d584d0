-- change primary key (unnamed) on item

ALTER TABLE `item`
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (`id`);
