CREATE TABLE task (
  id integer PRIMARY KEY,
  was text NOT NULL CONSTRAINT ck_task_was_values CHECK (was IN ('sad', 'high')),
  mood text NOT NULL CONSTRAINT ck_task_mood_values CHECK (mood IN ('sad', 'high'))
);
