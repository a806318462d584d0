INSERT INTO hot (hot_key, a) VALUES (1, 1);
INSERT INTO cold (cold_key, b) VALUES (2, 2);
INSERT INTO part (id, hot_id) VALUES (1, 1);
