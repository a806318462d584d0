-- drop schema Odd.Name
-- drop schema app
-- drop table Odd.Name.item
-- drop table app.item
--
-- Dangers:
-- drops-table: table Odd.Name.item goes, with its rows
-- drops-table: table app.item goes, with its rows

DROP TABLE "Odd.Name"."item";

DROP TABLE "app"."item";

DROP SCHEMA "Odd.Name";

DROP SCHEMA "app";
