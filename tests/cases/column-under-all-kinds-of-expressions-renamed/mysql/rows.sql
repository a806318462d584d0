INSERT INTO box (id, width) VALUES (1, 2), (2, 3);
