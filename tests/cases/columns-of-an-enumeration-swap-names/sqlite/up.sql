-- rename column task.mood to was
-- rename column task.was to mood
-- change check ck_task_mood_values on task
-- change check ck_task_was_values on task
-- rename value 'low' of task.was to 'sad'
-- rename value 'low' of task.mood to 'sad'
--
-- Dangers:
-- renames: column task.mood is called was from now on
-- renames: column task.was is called mood from now on
-- rewrites-table: every row of table task is written again, 2 rows now
-- renames: 'low' of column task.was is called 'sad' from now on
-- renames: 'low' of column task.mood is called 'sad' from now on

ALTER TABLE "task" RENAME COLUMN "mood" TO "__migrate_mood";

ALTER TABLE "task" RENAME COLUMN "was" TO "mood";

ALTER TABLE "task" RENAME COLUMN "__migrate_mood" TO "was";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "task" RENAME TO "__migrate_old_task";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE task (
  id integer PRIMARY KEY,
  was text NOT NULL CONSTRAINT ck_task_was_values CHECK (was IN ('sad', 'high')),
  mood text NOT NULL CONSTRAINT ck_task_mood_values CHECK (mood IN ('sad', 'high'))
);

INSERT INTO "task" ("id", "was", "mood")
SELECT "id", CASE "was" WHEN 'low' THEN 'sad' ELSE "was" END, CASE "mood" WHEN 'low' THEN 'sad' ELSE "mood" END FROM "__migrate_old_task";

DROP TABLE "__migrate_old_task";
