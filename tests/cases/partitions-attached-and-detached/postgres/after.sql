CREATE TABLE log (id integer NOT NULL, day date NOT NULL, note text, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE INDEX log_note ON log (note);
CREATE TABLE log_1 (id integer NOT NULL, day date NOT NULL, note text, PRIMARY KEY (id, day));
CREATE INDEX log_1_note_idx ON log_1 (note);
CREATE TABLE log_2 PARTITION OF log FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
