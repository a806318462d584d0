-- change column Straße.prénom 名: type, drop not null
-- drop column Straße.STADT
--
-- Dangers:
-- narrows-type: column Straße.prénom 名 goes from varchar(80) to varchar(40): values may not fit
-- drops-column: column Straße.STADT goes, with the values that it may hold
-- rewrites-table: every row of table Straße is written again

PRAGMA legacy_alter_table = ON;

ALTER TABLE "Straße" RENAME TO "__migrate_old_Straße";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE "Straße" ("ID" integer PRIMARY KEY, "prénom 名" varchar(40));

INSERT INTO "Straße" ("ID", "prénom 名")
SELECT "ID", "prénom 名" FROM "__migrate_old_Straße";

DROP TABLE "__migrate_old_Straße";

CREATE INDEX "İndex" ON "Straße" ("prénom 名");
