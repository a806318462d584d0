-- rename table Album to album
-- rename table Track to track
--
-- Dangers:
-- renames: table Album is called album from now on
-- renames: table Track is called track from now on

ALTER TABLE "Album" RENAME TO "__migrate_Album";

ALTER TABLE "__migrate_Album" RENAME TO "album";

ALTER TABLE "Track" RENAME TO "__migrate_Track";

ALTER TABLE "__migrate_Track" RENAME TO "track";
