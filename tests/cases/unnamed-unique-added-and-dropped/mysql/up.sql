-- create index name on item
-- drop index code on item

ALTER TABLE `item`
  DROP INDEX `code`,
  ADD UNIQUE INDEX `name` (`name`);
