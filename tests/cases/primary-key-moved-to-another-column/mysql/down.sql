-- change primary key (unnamed) on item
--
-- Dangers:
-- unique-on-rows: primary key on item: a row that breaks it stops the migration

ALTER TABLE `item`
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (`id`);
