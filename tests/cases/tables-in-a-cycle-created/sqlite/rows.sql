INSERT INTO marker (id) VALUES (1);
