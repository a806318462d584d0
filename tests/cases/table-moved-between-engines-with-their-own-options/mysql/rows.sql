INSERT INTO log (id, line) VALUES (1, 'a');
INSERT INTO page (id, body) VALUES (1, 'b');
INSERT INTO plain (id, body) VALUES (1, 'c');
