INSERT INTO reading (id) VALUES (1);
