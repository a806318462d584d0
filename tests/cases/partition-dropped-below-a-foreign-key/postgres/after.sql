CREATE TABLE log (id integer, day date, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE TABLE log_1 PARTITION OF log FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE child (log integer, day date, FOREIGN KEY (log, day) REFERENCES log);
