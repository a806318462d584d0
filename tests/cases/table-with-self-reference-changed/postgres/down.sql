-- change column person.name: type, drop not null
--
-- Dangers:
-- narrows-type: column person.name goes from character varying(60) to character varying(20): values may not fit
-- rewrites-table: every row of table person is written again
-- blocks-reads: table person is locked (ACCESS EXCLUSIVE) while the type of name changes

ALTER TABLE "person"
    ALTER COLUMN "name" TYPE character varying(20),
    ALTER COLUMN "name" DROP NOT NULL;
