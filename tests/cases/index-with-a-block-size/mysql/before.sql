CREATE TABLE log (id int NOT NULL, a int, KEY by_a (a) KEY_BLOCK_SIZE=1024, KEY by_id (id)) ENGINE=MyISAM;
