-- create index place_spot on place

ALTER TABLE `place` ADD SPATIAL INDEX `place_spot` (`spot`);
