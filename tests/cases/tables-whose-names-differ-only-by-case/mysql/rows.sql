INSERT INTO item (id) VALUES (1);
INSERT INTO Item (id) VALUES (1);
INSERT INTO ITEM (id, item_id) VALUES (1, 1);
