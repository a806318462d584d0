CREATE TABLE thing (id int PRIMARY KEY, a int, CHECK (a > 0), CONSTRAINT item_chk_9 CHECK (a > 1), CHECK (a > 3));
