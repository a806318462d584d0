-- rename table thing to item
-- rename check thing_chk_1 to item_chk_1 on item
-- create check item_chk_2 on item
-- drop check thing_chk_2 on item
--
-- Dangers:
-- renames: table thing is called item from now on
-- check-on-rows: check item_chk_2 on item: a row that breaks it stops the migration
-- blocks-writes: table thing is locked (SHARED) while every row is checked for item_chk_1 and while every row is checked for item_chk_2
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

RENAME TABLE `thing` TO `item`;

ALTER TABLE `item`
  DROP CONSTRAINT `item_chk_2`,
  ADD CONSTRAINT `item_chk_2` CHECK ((`a` > 2));
