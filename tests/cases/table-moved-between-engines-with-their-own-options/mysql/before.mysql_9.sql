CREATE TABLE log (id integer PRIMARY KEY, line varchar(100)) ENGINE=MyISAM DELAY_KEY_WRITE=1;
CREATE TABLE page (id integer PRIMARY KEY, body varchar(100)) ENGINE=InnoDB COMPRESSION='zlib';
CREATE TABLE plain (id integer PRIMARY KEY, body varchar(100)) ENGINE=MyISAM;
