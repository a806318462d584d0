INSERT INTO "Order ""by"" group.x" (id, "select from", "it's `odd` ""and"" dotted.name") VALUES (1, 'a', 1);
INSERT INTO "user" (id, "order") VALUES (1, 1);
