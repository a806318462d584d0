INSERT INTO item (id, code) VALUES (1, 1);
INSERT INTO log (id) VALUES (1);
INSERT INTO note (id, code) VALUES (1, 1);
