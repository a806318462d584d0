CREATE TABLE page (id int PRIMARY KEY, a text, b text, FULLTEXT KEY in_a (a) WITH PARSER ngram, FULLTEXT KEY in_b (b) WITH PARSER ngram COMMENT 'two');
