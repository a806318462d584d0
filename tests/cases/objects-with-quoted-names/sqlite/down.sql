-- rename column my item.the price to a price
-- change column my item.a price: drop not null
-- change trigger on insert on my cheap "ones": definition
--
-- Dangers:
-- renames: column my item.the price is called a price from now on
-- rewrites-table: every row of table my item is written again

DROP TRIGGER "on insert";

ALTER TABLE "my item" RENAME COLUMN "the price" TO "a price";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "my item" RENAME TO "__migrate_old_my item";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE "my item" (id integer PRIMARY KEY, "a price" integer);

INSERT INTO "my item" ("id", "a price")
SELECT "id", "a price" FROM "__migrate_old_my item";

DROP TABLE "__migrate_old_my item";

CREATE TRIGGER "on insert" INSTEAD OF INSERT ON "my cheap ""ones"""
BEGIN
    INSERT INTO "my item" ("a price") VALUES (NEW."a price");
END;
