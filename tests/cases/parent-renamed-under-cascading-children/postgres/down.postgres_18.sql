-- rename table writer to author
-- change column author.id: not null constraint
-- rename primary key writer_pkey to author_pkey on author
--
-- Dangers:
-- renames: table writer is called author from now on

ALTER TABLE "writer" RENAME TO "author";

ALTER INDEX "writer_pkey" RENAME TO "author_pkey";

ALTER TABLE "author" RENAME CONSTRAINT "writer_id_not_null" TO "author_id_not_null";
