CREATE TABLE item (id integer PRIMARY KEY);
CREATE TABLE "Item" (id integer PRIMARY KEY, name varchar(9));
CREATE TABLE "ITEM" ("Id" integer PRIMARY KEY, id integer);
