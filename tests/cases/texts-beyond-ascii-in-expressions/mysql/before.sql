CREATE TABLE word (id int PRIMARY KEY, a varchar(20), j json);
