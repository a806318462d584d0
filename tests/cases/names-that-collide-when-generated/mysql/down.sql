-- drop foreign key fk_a_b_c_2 on a
-- drop index fk_a_b_c_2 on a
-- drop foreign key fk_a_b_c on a_b
-- drop index fk_a_b_c on a_b
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `a`
  DROP FOREIGN KEY `fk_a_b_c_2`,
  DROP INDEX `fk_a_b_c_2`;

ALTER TABLE `a_b`
  DROP FOREIGN KEY `fk_a_b_c`,
  DROP INDEX `fk_a_b_c`;
