-- create foreign key person_boss on person
--
-- Dangers:
-- blocks-writes: table person is locked (SHARE ROW EXCLUSIVE) while foreign key person_boss is checked

ALTER TABLE "person" ADD CONSTRAINT "person_boss" FOREIGN KEY ("boss_id") REFERENCES "person" ("id") ON DELETE SET NULL;
