INSERT INTO item (id, code, note, amount) VALUES (1, '10', 'pen', 1), (2, '20', 'ink', 2);
INSERT INTO entry (item_id, count) VALUES (1, 5), (1, 6), (2, 7);
