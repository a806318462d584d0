CREATE TABLE thing (id int PRIMARY KEY, a varchar(20) DEFAULT '0x41', b varbinary(10) DEFAULT 0x410042, c binary(4) DEFAULT 'ab');
