CREATE TABLE reading (id integer PRIMARY KEY, value int(8) unsigned zerofill);
