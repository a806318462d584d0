CREATE SEQUENCE number;
CREATE TABLE item (
    id bigint DEFAULT nextval('number'),
    first bigint DEFAULT nextval('number'),
    second bigint DEFAULT nextval('number')
);
ALTER SEQUENCE number OWNED BY item.first;
