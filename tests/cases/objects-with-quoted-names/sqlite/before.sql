CREATE TABLE "my item" (id integer PRIMARY KEY, "a price" integer);
CREATE VIEW "my cheap ""ones""" AS SELECT "a price" FROM "my item";
CREATE TRIGGER "on insert" INSTEAD OF INSERT ON "my cheap ""ones"""
BEGIN
    INSERT INTO "my item" ("a price") VALUES (NEW."a price");
END;
