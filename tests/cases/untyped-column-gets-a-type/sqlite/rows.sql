INSERT INTO reading (id, value) VALUES (1, 'a'), (2, NULL);
