INSERT INTO item (id, name) VALUES (1, 'pen'), (2, 'ink');
INSERT INTO history (item_id) VALUES (1);
