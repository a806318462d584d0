-- rename table writer to author
-- change column author.id: not null constraint
-- rename column author.full_name to name
-- change column author.name: type, drop not null
-- rename primary key writer_pkey to author_pkey on author
--
-- Dangers:
-- renames: table writer is called author from now on
-- renames: column writer.full_name is called name from now on
-- narrows-type: column writer.full_name goes from character varying(80) to character varying(40): values may not fit
-- rewrites-table: every row of table writer is written again
-- blocks-reads: table writer is locked (ACCESS EXCLUSIVE) while the type of name changes

ALTER TABLE "writer" RENAME TO "author";

ALTER INDEX "writer_pkey" RENAME TO "author_pkey";

ALTER TABLE "author" RENAME COLUMN "full_name" TO "name";

ALTER TABLE "author" RENAME CONSTRAINT "writer_id_not_null" TO "author_id_not_null";

ALTER TABLE "author"
    ALTER COLUMN "name" TYPE character varying(40),
    ALTER COLUMN "name" DROP NOT NULL;
