CREATE TABLE log (id integer PRIMARY KEY, line varchar(100)) ENGINE=InnoDB;
CREATE TABLE page (id integer PRIMARY KEY, body varchar(100)) ENGINE=MyISAM CHECKSUM=1;
CREATE TABLE plain (id integer PRIMARY KEY, body varchar(200)) ENGINE=MyISAM;
