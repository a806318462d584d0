-- change column Straße.prénom 名: type, set not null
-- add column Straße.STADT
--
-- Dangers:
-- blocks-reads: table Straße is locked (ACCESS EXCLUSIVE) while every row's prénom 名 is looked at for NULL

ALTER TABLE "Straße"
    ALTER COLUMN "prénom 名" TYPE character varying(80),
    ALTER COLUMN "prénom 名" SET NOT NULL,
    ADD COLUMN "STADT" character varying(40);
