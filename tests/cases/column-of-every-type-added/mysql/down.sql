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
-- drop column thing.k
-- drop column thing.l
-- drop column thing.m
-- drop column thing.n
-- drop column thing.o
-- drop column thing.p
-- drop column thing.q
-- drop check (unnamed) on thing
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
-- drops-column: column thing.k goes, with the values that it may hold
-- drops-column: column thing.l goes, with the values that it may hold
-- drops-column: column thing.m goes, with the values that it may hold
-- drops-column: column thing.n goes, with the values that it may hold
-- drops-column: column thing.o goes, with the values that it may hold
-- drops-column: column thing.p goes, with the values that it may hold
-- drops-column: column thing.q goes, with the values that it may hold

ALTER TABLE `thing`
  DROP COLUMN `a`,
  DROP COLUMN `b`,
  DROP COLUMN `c`,
  DROP COLUMN `d`,
  DROP COLUMN `e`,
  DROP COLUMN `f`,
  DROP COLUMN `g`,
  DROP COLUMN `h`,
  DROP COLUMN `i`,
  DROP COLUMN `j`,
  DROP COLUMN `k`,
  DROP COLUMN `l`,
  DROP COLUMN `m`,
  DROP COLUMN `n`,
  DROP COLUMN `o`,
  DROP COLUMN `p`,
  DROP COLUMN `q`;
