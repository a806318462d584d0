-- change column Straße.prénom 名: type, set not null
-- add column Straße.STADT
--
-- Dangers:
-- rewrites-table: every row of table Straße is written again, 1 row now

PRAGMA legacy_alter_table = ON;

ALTER TABLE "Straße" RENAME TO "__migrate_old_Straße";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE "Straße" (
    "ID" integer PRIMARY KEY,
    "prénom 名" varchar(80) NOT NULL,
    "STADT" varchar(40)
);

INSERT INTO "Straße" ("ID", "prénom 名")
SELECT "ID", "prénom 名" FROM "__migrate_old_Straße";

DROP TABLE "__migrate_old_Straße";

CREATE INDEX "İndex" ON "Straße" ("prénom 名");
