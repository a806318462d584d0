-- drop column thing.a
-- drop column thing.b
-- drop column thing.c
-- drop column thing.d
-- drop column thing.e
-- drop column thing.f
-- drop column thing.g
-- drop column thing.h
-- drop column thing.i
-- drop column thing.j
--
-- Dangers:
-- drops-column: column thing.a goes, with the values that it may hold
-- drops-column: column thing.b goes, with the values that it may hold
-- drops-column: column thing.c goes, with the values that it may hold
-- drops-column: column thing.d goes, with the values that it may hold
-- drops-column: column thing.e goes, with the values that it may hold
-- drops-column: column thing.f goes, with the values that it may hold
-- drops-column: column thing.g goes, with the values that it may hold
-- drops-column: column thing.h goes, with the values that it may hold
-- drops-column: column thing.i goes, with the values that it may hold
-- drops-column: column thing.j goes, with the values that it may hold

ALTER TABLE "thing" DROP COLUMN "a";

ALTER TABLE "thing" DROP COLUMN "b";

ALTER TABLE "thing" DROP COLUMN "c";

ALTER TABLE "thing" DROP COLUMN "d";

ALTER TABLE "thing" DROP COLUMN "e";

ALTER TABLE "thing" DROP COLUMN "f";

ALTER TABLE "thing" DROP COLUMN "g";

ALTER TABLE "thing" DROP COLUMN "h";

ALTER TABLE "thing" DROP COLUMN "i";

ALTER TABLE "thing" DROP COLUMN "j";
