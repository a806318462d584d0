CREATE TABLE word (id int PRIMARY KEY, a varchar(20) CHECK (a <> '😀'));
