-- change comment of table a
-- change comment of table b
-- change comment of table c
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `a` COMMENT='it''s new';

ALTER TABLE `b` COMMENT='';

ALTER TABLE `c` COMMENT='added';
