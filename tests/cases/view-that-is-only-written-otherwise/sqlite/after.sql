CREATE TABLE item (id integer PRIMARY KEY, name varchar(40), price integer);
CREATE  VIEW IF NOT EXISTS "cheap" as
  select id, `price` from item -- in cents
  where price<10;
