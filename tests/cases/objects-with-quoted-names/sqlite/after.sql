CREATE TABLE "my item" (id integer PRIMARY KEY, "the price" integer NOT NULL);
CREATE VIEW "my cheap ""ones""" AS SELECT "the price" FROM "my item";
CREATE TRIGGER "on insert" INSTEAD OF INSERT ON "my cheap ""ones"""
BEGIN
    INSERT INTO "my item" ("the price") VALUES (NEW."the price");
END;
