-- rename table item to thing
-- rename check item_chk_1 to thing_chk_1 on thing
-- create check thing_chk_2 on thing
-- drop check item_chk_2 on thing
--
-- Dangers:
-- renames: table item is called thing from now on
-- blocks-writes: table item is locked (SHARED) while every row is checked for thing_chk_1 and while every row is checked for thing_chk_2
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

RENAME TABLE `item` TO `thing`;

ALTER TABLE `thing`
  DROP CONSTRAINT `thing_chk_2`,
  DROP CONSTRAINT `thing_chk_9`,
  ADD CONSTRAINT `thing_chk_2` CHECK ((`a` > 3)),
  ADD CONSTRAINT `item_chk_9` CHECK ((`a` > 1));
