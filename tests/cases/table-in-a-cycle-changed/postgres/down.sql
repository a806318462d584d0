-- change column person.team_id: drop not null
-- drop column team.name
--
-- Dangers:
-- drops-column: column team.name goes, with the values that it may hold

ALTER TABLE "team" DROP COLUMN "name";

ALTER TABLE "person" ALTER COLUMN "team_id" DROP NOT NULL;
