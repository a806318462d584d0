-- drop table audit.Log a'b
-- drop table audit.Log entry
-- drop table audit.old
-- drop table audit.rest
--
-- Dangers:
-- drops-table: table audit.Log a'b goes, with the rows that it may have
-- drops-table: table audit.Log entry goes, with the rows that it may have
-- drops-table: table audit.old goes, with the rows that it may have
-- drops-table: table audit.rest goes, with the rows that it may have

DROP TABLE "audit"."rest";

DROP TABLE "audit"."old";

DROP TABLE "audit"."Log a'b";

DROP TABLE "audit"."Log entry";
