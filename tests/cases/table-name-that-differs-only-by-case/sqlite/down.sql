-- rename table album to Album
-- rename table track to Track
--
-- Dangers:
-- renames: table album is called Album from now on
-- renames: table track is called Track from now on

ALTER TABLE "album" RENAME TO "__migrate_album";

ALTER TABLE "__migrate_album" RENAME TO "Album";

ALTER TABLE "track" RENAME TO "__migrate_track";

ALTER TABLE "__migrate_track" RENAME TO "Track";
