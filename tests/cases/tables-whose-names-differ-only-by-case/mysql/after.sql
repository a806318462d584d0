CREATE TABLE item (id integer, name text, CONSTRAINT lower_id UNIQUE (id));
CREATE TABLE Item (id integer, name varchar(19), CONSTRAINT title_id UNIQUE (id));
CREATE TABLE ITEM (
    id integer,
    item_id integer NOT NULL,
    CONSTRAINT upper_item FOREIGN KEY (item_id) REFERENCES item (id)
);
