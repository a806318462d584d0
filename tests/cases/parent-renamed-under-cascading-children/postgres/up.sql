-- rename table author to writer
-- rename primary key author_pkey to writer_pkey on writer
--
-- Dangers:
-- renames: table author is called writer from now on
-- blocks-reads: table author is locked (ACCESS EXCLUSIVE) while the index of the primary key is built

ALTER TABLE "author" RENAME TO "writer";

ALTER INDEX "author_pkey" RENAME TO "writer_pkey";
