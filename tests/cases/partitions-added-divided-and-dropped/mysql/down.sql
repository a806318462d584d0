-- change options of table item
-- change options of table log
-- change options of table plain
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `item`
  PARTITION BY LIST (`kind`) (PARTITION `a` VALUES IN (1,2) ENGINE = InnoDB);

ALTER TABLE `log`
  REORGANIZE PARTITION `p1`, `rest` INTO (PARTITION `rest` VALUES LESS THAN MAXVALUE ENGINE = InnoDB);

ALTER TABLE `plain` REMOVE PARTITIONING;
