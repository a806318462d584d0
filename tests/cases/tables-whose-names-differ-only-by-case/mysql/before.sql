CREATE TABLE item (id integer, CONSTRAINT lower_id UNIQUE (id));
CREATE TABLE Item (id integer, name varchar(9), CONSTRAINT title_id UNIQUE (id));
CREATE TABLE ITEM (
    id integer,
    item_id integer,
    CONSTRAINT upper_item FOREIGN KEY (item_id) REFERENCES Item (id)
);
