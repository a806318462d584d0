CREATE TABLE log (id integer PRIMARY KEY, line varchar(100)) ENGINE=Aria TRANSACTIONAL=0;
CREATE TABLE page (id integer PRIMARY KEY, body varchar(100)) ENGINE=InnoDB PAGE_COMPRESSED=1;
CREATE TABLE plain (id integer PRIMARY KEY, body varchar(100)) ENGINE=Aria;
