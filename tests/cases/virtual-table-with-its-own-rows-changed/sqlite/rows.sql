INSERT INTO note (rowid, title, body) VALUES (7, 'first', 'a long one'), (9, 'second', 'it''s short');
INSERT INTO old_note (docid, body) VALUES (3, 'from before');
INSERT INTO place VALUES (1, 0.5, 2.5);
