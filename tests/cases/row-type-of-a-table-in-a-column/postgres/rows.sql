INSERT INTO line (id, begins) VALUES (1, ROW(1, 2));
