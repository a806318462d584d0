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
-- add column thing.p
-- add column thing.q
-- create check (unnamed) on thing
--
-- Dangers:
-- blocks-writes: table thing is locked (SHARED) while every row is checked for without a name

ALTER TABLE `thing`
  ADD COLUMN `a` tinyint(3) unsigned,
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
  ADD COLUMN `l` year(4),
  ADD COLUMN `m` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin CHECK (json_valid(`m`)),
  ADD COLUMN `n` enum('a','b'),
  ADD COLUMN `o` set('x','y'),
  ADD COLUMN `p` uuid,
  ADD COLUMN `q` inet6;
