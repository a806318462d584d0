INSERT INTO word (word, other) VALUES ('a', 'b');
INSERT INTO meaning (word) VALUES ('a');
