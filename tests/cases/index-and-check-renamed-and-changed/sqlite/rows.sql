INSERT INTO item (id, name, kind, price) VALUES (1, 'a', 'b', 3);
