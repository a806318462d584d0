-- change column person.name: type, set not null
--
-- Dangers:
-- blocks-reads: table person is locked (ACCESS EXCLUSIVE) while every row's name is looked at for NULL

ALTER TABLE "person"
    ALTER COLUMN "name" TYPE character varying(60),
    ALTER COLUMN "name" SET NOT NULL;
