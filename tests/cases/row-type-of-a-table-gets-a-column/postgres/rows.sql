INSERT INTO point3 (x, y) VALUES (1, 2);
INSERT INTO line (id) VALUES (1);
