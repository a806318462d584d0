INSERT INTO doc (id, body, tags) VALUES (1, '{"key": 1}', '{a,b}');
