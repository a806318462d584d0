CREATE TABLE task (
  id integer PRIMARY KEY,
  mood text NOT NULL CONSTRAINT ck_task_mood_values CHECK (mood IN ('low', 'high')),
  was text NOT NULL CONSTRAINT ck_task_was_values CHECK (was IN ('low', 'high'))
);
