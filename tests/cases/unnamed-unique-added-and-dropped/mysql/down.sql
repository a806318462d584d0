-- create index code on item
-- drop index name on item
--
-- Dangers:
-- unique-on-rows: unique index code on item: a row that breaks it stops the migration

ALTER TABLE `item`
  DROP INDEX `name`,
  ADD UNIQUE INDEX `code` (`code`);
