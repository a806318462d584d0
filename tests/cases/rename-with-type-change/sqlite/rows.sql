INSERT INTO item (id, price) VALUES (1, '250'), (2, '99');
INSERT INTO part (item_id) VALUES (1), (2);
