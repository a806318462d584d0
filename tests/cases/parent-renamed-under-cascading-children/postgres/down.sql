-- rename table writer to author
-- rename primary key writer_pkey to author_pkey on author
--
-- Dangers:
-- renames: table writer is called author from now on

ALTER TABLE "writer" RENAME TO "author";

ALTER INDEX "writer_pkey" RENAME TO "author_pkey";
