-- drop foreign key person_team on person
-- drop foreign key team_lead on team

ALTER TABLE "person" DROP CONSTRAINT "person_team";

ALTER TABLE "team" DROP CONSTRAINT "team_lead";
