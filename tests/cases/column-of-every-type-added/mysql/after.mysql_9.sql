CREATE TABLE thing (
    id integer PRIMARY KEY,
    a tinyint unsigned,
    b boolean,
    c mediumint(7) zerofill,
    d decimal(10, 3),
    e double,
    f bit(7),
    g char(4),
    h varbinary(16),
    i longtext,
    j datetime(6),
    k timestamp NULL,
    l year,
    m json,
    n enum('a', 'b'),
    o set('x', 'y')
);
CREATE TABLE part (thing_id integer REFERENCES thing (id) ON DELETE CASCADE);
