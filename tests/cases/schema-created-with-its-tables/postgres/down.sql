-- drop schema Odd.Name
-- drop schema app
-- drop table Odd.Name.item
-- drop table app.item
--
-- Dangers:
-- drops-table: table Odd.Name.item goes, with the rows that it may have
-- drops-table: table app.item goes, with the rows that it may have

DROP TABLE "Odd.Name"."item";

DROP TABLE "app"."item";

DROP SCHEMA "Odd.Name";

DROP SCHEMA "app";
