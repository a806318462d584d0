-- add column thing.a
-- add column thing.b
-- add column thing.c
-- add column thing.d
-- add column thing.e
-- add column thing.f
-- add column thing.g
-- add column thing.h
-- add column thing.i
-- add column thing.j
-- add column thing.k
-- add column thing.l
-- add column thing.m
-- add column thing.n
-- add column thing.o

ALTER TABLE `thing`
  ADD COLUMN `a` tinyint unsigned,
  ADD COLUMN `b` tinyint(1),
  ADD COLUMN `c` mediumint(7) unsigned zerofill,
  ADD COLUMN `d` decimal(10,3),
  ADD COLUMN `e` double,
  ADD COLUMN `f` bit(7),
  ADD COLUMN `g` char(4),
  ADD COLUMN `h` varbinary(16),
  ADD COLUMN `i` longtext,
  ADD COLUMN `j` datetime(6),
  ADD COLUMN `k` timestamp NULL DEFAULT NULL,
  ADD COLUMN `l` year,
  ADD COLUMN `m` json,
  ADD COLUMN `n` enum('a','b'),
  ADD COLUMN `o` set('x','y');
