-- rename table author to writer
--
-- Dangers:
-- renames: table author is called writer from now on

ALTER TABLE "author" RENAME TO "writer";
