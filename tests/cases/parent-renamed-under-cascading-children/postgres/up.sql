-- rename table author to writer
-- rename primary key author_pkey to writer_pkey on writer
--
-- Dangers:
-- renames: table author is called writer from now on

ALTER TABLE "author" RENAME TO "writer";

ALTER INDEX "author_pkey" RENAME TO "writer_pkey";
