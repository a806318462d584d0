CREATE TABLE item (id int PRIMARY KEY, name varchar(40), changed datetime DEFAULT now() ON UPDATE now());
