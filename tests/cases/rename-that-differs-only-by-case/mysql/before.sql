CREATE TABLE item (Id integer PRIMARY KEY, ItemName varchar(40) NOT NULL);
