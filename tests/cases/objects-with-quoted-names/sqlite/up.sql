-- rename column my item.a price to the price
-- change column my item.the price: set not null
-- change trigger on insert on my cheap "ones": definition
--
-- Dangers:
-- renames: column my item.a price is called the price from now on
-- rewrites-table: every row of table my item is written again, 1 row now

DROP TRIGGER "on insert";

ALTER TABLE "my item" RENAME COLUMN "a price" TO "the price";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "my item" RENAME TO "__migrate_old_my item";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE "my item" (id integer PRIMARY KEY, "the price" integer NOT NULL);

INSERT INTO "my item" ("id", "the price")
SELECT "id", "the price" FROM "__migrate_old_my item";

DROP TABLE "__migrate_old_my item";

CREATE TRIGGER "on insert" INSTEAD OF INSERT ON "my cheap ""ones"""
BEGIN
    INSERT INTO "my item" ("the price") VALUES (NEW."the price");
END;
