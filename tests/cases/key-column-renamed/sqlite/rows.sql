INSERT INTO item (id, name) VALUES (1, 'pen'), (2, 'ink');
INSERT INTO part (item_id, serial) VALUES (1, 1), (1, 2), (2, 1);
