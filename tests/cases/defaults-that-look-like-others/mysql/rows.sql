INSERT INTO thing (id) VALUES (1);
