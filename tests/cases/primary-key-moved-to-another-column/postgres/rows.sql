INSERT INTO item (id, code, name) VALUES (1, 10, 'pen'), (2, 20, 'ink');
