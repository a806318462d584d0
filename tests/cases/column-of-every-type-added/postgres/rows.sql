INSERT INTO thing (id) VALUES (1), (2);
INSERT INTO part (thing_id) VALUES (1), (2);
