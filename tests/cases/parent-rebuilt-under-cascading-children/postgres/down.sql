-- change column author.name: type, drop not null
--
-- Dangers:
-- narrows-type: column author.name goes from character varying(80) to character varying(40): values may not fit
-- rewrites-table: every row of table author is written again
-- blocks-reads: table author is locked (ACCESS EXCLUSIVE) while the type of name changes

ALTER TABLE "author"
    ALTER COLUMN "name" TYPE character varying(40),
    ALTER COLUMN "name" DROP NOT NULL;
