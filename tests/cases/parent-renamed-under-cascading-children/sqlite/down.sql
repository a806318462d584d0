-- rename table writer to author
--
-- Dangers:
-- renames: table writer is called author from now on

ALTER TABLE "writer" RENAME TO "author";
