-- rename column task.was to mood
-- rename column task.mood to was
-- change check ck_task_mood_values on task
-- change check ck_task_was_values on task
-- rename value 'sad' of task.mood to 'low'
-- rename value 'sad' of task.was to 'low'
--
-- Dangers:
-- renames: column task.was is called mood from now on
-- renames: column task.mood is called was from now on
-- rewrites-table: every row of table task is written again
-- renames: 'sad' of column task.mood is called 'low' from now on
-- renames: 'sad' of column task.was is called 'low' from now on

ALTER TABLE "task" RENAME COLUMN "was" TO "__migrate_was";

ALTER TABLE "task" RENAME COLUMN "mood" TO "was";

ALTER TABLE "task" RENAME COLUMN "__migrate_was" TO "mood";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "task" RENAME TO "__migrate_old_task";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE task (
  id integer PRIMARY KEY,
  mood text NOT NULL CONSTRAINT ck_task_mood_values CHECK (mood IN ('low', 'high')),
  was text NOT NULL CONSTRAINT ck_task_was_values CHECK (was IN ('low', 'high'))
);

INSERT INTO "task" ("id", "mood", "was")
SELECT "id", CASE "mood" WHEN 'sad' THEN 'low' ELSE "mood" END, CASE "was" WHEN 'sad' THEN 'low' ELSE "was" END FROM "__migrate_old_task";

DROP TABLE "__migrate_old_task";
