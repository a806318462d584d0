CREATE TABLE item (id integer PRIMARY KEY, ticket bigint);
CREATE SEQUENCE item_tickets OWNED BY item.ticket;
