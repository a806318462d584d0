INSERT INTO item (id, name, code) VALUES (1, 'pen', 'P'), (2, 'ink', 'I');
INSERT INTO part (item_code) VALUES ('P'), ('I'), ('I');
