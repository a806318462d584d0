-- change view a: definition
-- change view b: definition
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

CREATE OR REPLACE VIEW `b` AS select 1 AS `x`;

CREATE OR REPLACE VIEW `a` AS select `b`.`x` AS `x` from `b`;
