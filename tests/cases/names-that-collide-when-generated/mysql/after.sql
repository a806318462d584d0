CREATE TABLE p (id integer PRIMARY KEY);
CREATE TABLE a_b (
    id integer PRIMARY KEY,
    c integer,
    CONSTRAINT fk_a_b_c FOREIGN KEY (c) REFERENCES p (id)
);
CREATE TABLE a (
    id integer PRIMARY KEY,
    b_c integer,
    CONSTRAINT fk_a_b_c_2 FOREIGN KEY (b_c) REFERENCES p (id)
);
