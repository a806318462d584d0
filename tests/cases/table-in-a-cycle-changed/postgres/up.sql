-- change column person.team_id: set not null
-- add column team.name
--
-- Dangers:
-- blocks-reads: table person is locked (ACCESS EXCLUSIVE) while every row's team_id is looked at for NULL

ALTER TABLE "person" ALTER COLUMN "team_id" SET NOT NULL;

ALTER TABLE "team" ADD COLUMN "name" character varying(9) DEFAULT (''::character varying) NOT NULL;
