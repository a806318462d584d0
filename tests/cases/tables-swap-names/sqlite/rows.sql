INSERT INTO hot (id, a) VALUES (1, 1);
INSERT INTO cold (id, b) VALUES (2, 2);
INSERT INTO part (id, hot_id) VALUES (1, 1);
