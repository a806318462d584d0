INSERT INTO item VALUES (1, 'a', '{b,c}'), (2, 'd', NULL);
INSERT INTO kind VALUES ('k');
INSERT INTO item_kind VALUES ('k');
