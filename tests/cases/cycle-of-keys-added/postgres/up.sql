-- create foreign key person_team on person
-- create foreign key team_lead on team
--
-- Dangers:
-- blocks-writes: table person is locked (SHARE ROW EXCLUSIVE) while foreign key person_team is checked
-- blocks-writes: table team is locked (SHARE ROW EXCLUSIVE) while foreign key person_team is checked
-- blocks-writes: table team is locked (SHARE ROW EXCLUSIVE) while foreign key team_lead is checked
-- blocks-writes: table person is locked (SHARE ROW EXCLUSIVE) while foreign key team_lead is checked

ALTER TABLE "person" ADD CONSTRAINT "person_team" FOREIGN KEY ("team_id") REFERENCES "team" ("id") ON DELETE CASCADE;

ALTER TABLE "team" ADD CONSTRAINT "team_lead" FOREIGN KEY ("lead_id") REFERENCES "person" ("id") ON DELETE SET NULL;
