-- rename table author to writer
-- change column writer.id: not null constraint
-- rename primary key author_pkey to writer_pkey on writer
--
-- Dangers:
-- renames: table author is called writer from now on

ALTER TABLE "author" RENAME TO "writer";

ALTER INDEX "author_pkey" RENAME TO "writer_pkey";

ALTER TABLE "writer" RENAME CONSTRAINT "author_id_not_null" TO "writer_id_not_null";
