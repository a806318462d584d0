INSERT INTO parent VALUES (1);
INSERT INTO log (parent, note) VALUES (1, 'a'), (NULL, 'b'), (1, NULL);
INSERT INTO child VALUES (1), (3);
