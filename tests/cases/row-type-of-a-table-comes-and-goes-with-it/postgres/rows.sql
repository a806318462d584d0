INSERT INTO line (id, begins) VALUES (1, NULL);
