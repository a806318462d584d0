-- create table history
-- create table item
-- create view all_cheap
-- create view cheap
-- create trigger a_price on history
-- create trigger marker_gone on marker

CREATE TABLE history (item_id integer, price integer);

CREATE TABLE item (id integer PRIMARY KEY, name varchar(40), price integer);

CREATE VIEW cheap AS SELECT id, price FROM item WHERE price < 10 -- in cents
;

CREATE VIEW all_cheap AS SELECT count(*) AS many FROM cheap;

CREATE TRIGGER a_price AFTER INSERT ON history BEGIN SELECT 1; END;

CREATE TRIGGER marker_gone BEFORE DELETE ON marker
BEGIN
    INSERT INTO history (item_id) SELECT id FROM cheap;
END;
