-- change primary key (unnamed) on line

ALTER TABLE `line`
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (`bill`, `number`);
