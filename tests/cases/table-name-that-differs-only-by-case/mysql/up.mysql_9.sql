-- rename table Album to album
-- rename table Track to track
-- rename foreign key Track_ibfk_1 to track_ibfk_1 on track
--
-- Dangers:
-- renames: table Album is called album from now on
-- renames: table Track is called track from now on
-- blocks-writes: table Track is locked (SHARED) while foreign key track_ibfk_1 is checked
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `Track` DROP FOREIGN KEY `Track_ibfk_1`;

RENAME TABLE
  `Album` TO `album`,
  `Track` TO `track`;

ALTER TABLE `track`
  DROP INDEX `AlbumId`,
  ADD INDEX `AlbumId` (`AlbumId`),
  ADD CONSTRAINT `track_ibfk_1` FOREIGN KEY (`AlbumId`) REFERENCES `album` (`AlbumId`) ON DELETE CASCADE ON UPDATE NO ACTION;
