INSERT INTO item (id, name) VALUES (1, 'pen'), (2, 'ink');
INSERT INTO part (item_id) VALUES (1), (2);
