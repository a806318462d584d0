CREATE TABLE item (id integer PRIMARY KEY, name varchar(40));
CREATE TABLE history (id integer PRIMARY KEY, price integer);
CREATE TRIGGER checked BEFORE INSERT ON history FOR EACH ROW SET NEW.price = 1;
