CREATE TABLE "Straße" ("ID" integer PRIMARY KEY, "prénom 名" varchar(40));
CREATE INDEX "İndex" ON "Straße" ("prénom 名");
