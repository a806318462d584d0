INSERT INTO reading (id, value) VALUES (1, 'a'), (2, 'it''s'), (3, NULL);
