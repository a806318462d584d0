CREATE TABLE item (id integer PRIMARY KEY, name text);
CREATE TABLE "Item" (id integer PRIMARY KEY, name varchar(19));
CREATE TABLE "ITEM" ("Id" integer PRIMARY KEY, id integer NOT NULL);
