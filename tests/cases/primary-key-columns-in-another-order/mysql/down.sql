-- change primary key (unnamed) on line
--
-- Dangers:
-- unique-on-rows: primary key on line: a row that breaks it stops the migration

ALTER TABLE `line`
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (`bill`, `number`);
