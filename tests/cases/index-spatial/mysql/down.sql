-- drop index place_spot on place

ALTER TABLE `place` DROP INDEX `place_spot`;
