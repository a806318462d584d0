INSERT INTO item (name, price) VALUES ('pen', 250), ('ink', 99);
INSERT INTO part (item_id) VALUES (1), (2);
