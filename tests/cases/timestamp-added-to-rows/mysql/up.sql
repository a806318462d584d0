-- add column item.seen
-- add column item.made
-- add column item.touched
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_time_zone = @@SESSION.time_zone, SESSION time_zone = '+00:00';

ALTER TABLE `item`
  ADD COLUMN `seen` timestamp NULL DEFAULT NULL,
  ADD COLUMN `made` timestamp NOT NULL DEFAULT '2000-01-01 00:00:00',
  ADD COLUMN `touched` timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp();

SET SESSION time_zone = @migrate_time_zone;
