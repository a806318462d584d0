INSERT INTO "my item" VALUES (1, 5);
