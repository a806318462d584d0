-- change column Straße.prénom 名: type, drop not null
-- drop column Straße.STADT
--
-- Dangers:
-- narrows-type: column Straße.prénom 名 goes from character varying(80) to character varying(40): values may not fit
-- drops-column: column Straße.STADT goes, with the values that it may hold
-- rewrites-table: every row of table Straße is written again
-- blocks-reads: table Straße is locked (ACCESS EXCLUSIVE) while the type of prénom 名 changes

ALTER TABLE "Straße" DROP COLUMN "STADT";

ALTER TABLE "Straße"
    ALTER COLUMN "prénom 名" TYPE character varying(40),
    ALTER COLUMN "prénom 名" DROP NOT NULL;
