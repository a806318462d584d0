-- add column item.seen
-- add column item.made
-- add column item.touched

ALTER TABLE `item`
  ADD COLUMN `seen` timestamp NULL DEFAULT NULL,
  ADD COLUMN `made` timestamp NOT NULL DEFAULT '2000-01-01 00:00:00',
  ADD COLUMN `touched` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP;
