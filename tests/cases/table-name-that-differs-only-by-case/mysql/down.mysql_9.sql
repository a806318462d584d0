-- rename table album to Album
-- rename table track to Track
-- rename foreign key track_ibfk_1 to Track_ibfk_1 on Track
--
-- Dangers:
-- renames: table album is called Album from now on
-- renames: table track is called Track from now on
-- blocks-writes: table track is locked (SHARED) while foreign key Track_ibfk_1 is checked
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `track` DROP FOREIGN KEY `track_ibfk_1`;

RENAME TABLE
  `album` TO `Album`,
  `track` TO `Track`;

ALTER TABLE `Track`
  DROP INDEX `AlbumId`,
  ADD INDEX `AlbumId` (`AlbumId`),
  ADD CONSTRAINT `Track_ibfk_1` FOREIGN KEY (`AlbumId`) REFERENCES `Album` (`AlbumId`) ON DELETE CASCADE ON UPDATE NO ACTION;
