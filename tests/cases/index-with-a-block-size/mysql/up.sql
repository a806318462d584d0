-- change index by_a on log
-- change index by_id on log
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `log`
  DROP INDEX `by_a`,
  DROP INDEX `by_id`;

ALTER TABLE `log`
  ADD INDEX `by_a` (`a`) KEY_BLOCK_SIZE=2048,
  ADD INDEX `by_id` (`id`) KEY_BLOCK_SIZE=1024;
