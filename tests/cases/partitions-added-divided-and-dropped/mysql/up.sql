-- change options of table item
-- change options of table log
-- change options of table plain
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `item`
  ADD PARTITION (PARTITION `b` VALUES IN (3) ENGINE = InnoDB);

ALTER TABLE `log`
  REORGANIZE PARTITION `rest` INTO (PARTITION `p1` VALUES LESS THAN (20) ENGINE = InnoDB,
    PARTITION `rest` VALUES LESS THAN MAXVALUE ENGINE = InnoDB);

ALTER TABLE `plain`
  PARTITION BY HASH (`id`) PARTITIONS 3;
