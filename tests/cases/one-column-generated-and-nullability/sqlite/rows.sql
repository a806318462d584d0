INSERT INTO item (id, note, amount) VALUES (1, 'pen', 10), (2, 'ink', 20);
INSERT INTO entry (item_id, count) VALUES (1, 5), (1, 6), (2, 7);
