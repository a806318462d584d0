-- create table author
-- add column book.author_id
-- create foreign key (unnamed) on book

CREATE TABLE author (id integer PRIMARY KEY, name varchar(40));

ALTER TABLE "book" ADD COLUMN "author_id" integer REFERENCES "author" ("id") ON DELETE CASCADE;
