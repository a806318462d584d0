-- change options of table child
-- change options of table parent
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `child`
  DROP INDEX `by_name`,
  DROP INDEX `of_parent`,
  DROP INDEX `own`,
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (`id`) KEY_BLOCK_SIZE=8,
  ADD INDEX `by_name` (`name`) KEY_BLOCK_SIZE=8,
  ADD INDEX `of_parent` (`parent_id`) KEY_BLOCK_SIZE=8,
  ADD UNIQUE INDEX `own` (`name`, `id`) KEY_BLOCK_SIZE=2,
  KEY_BLOCK_SIZE=8;

ALTER TABLE `parent`
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (`id`) KEY_BLOCK_SIZE=8,
  KEY_BLOCK_SIZE=8;
