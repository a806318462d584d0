-- rename table author to writer
-- change column writer.id: not null constraint
-- rename column writer.name to full_name
-- change column writer.full_name: type, set not null
-- rename primary key author_pkey to writer_pkey on writer
--
-- Dangers:
-- renames: table author is called writer from now on
-- renames: column author.name is called full_name from now on
-- blocks-reads: table author is locked (ACCESS EXCLUSIVE) while every row's full_name is looked at for NULL

ALTER TABLE "author" RENAME TO "writer";

ALTER INDEX "author_pkey" RENAME TO "writer_pkey";

ALTER TABLE "writer" RENAME COLUMN "name" TO "full_name";

ALTER TABLE "writer" RENAME CONSTRAINT "author_id_not_null" TO "writer_id_not_null";

ALTER TABLE "writer"
    ALTER COLUMN "full_name" TYPE character varying(80),
    ALTER COLUMN "full_name" SET NOT NULL;
