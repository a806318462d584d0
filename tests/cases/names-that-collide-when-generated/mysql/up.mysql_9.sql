-- create foreign key fk_a_b_c_2 on a
-- create index fk_a_b_c_2 on a
-- create foreign key fk_a_b_c on a_b
-- create index fk_a_b_c on a_b
--
-- Dangers:
-- blocks-writes: table a is locked (SHARED) while foreign key fk_a_b_c_2 is checked
-- blocks-writes: table a_b is locked (SHARED) while foreign key fk_a_b_c is checked
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `a`
  ADD INDEX `fk_a_b_c_2` (`b_c`),
  ADD CONSTRAINT `fk_a_b_c_2` FOREIGN KEY (`b_c`) REFERENCES `p` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE `a_b`
  ADD INDEX `fk_a_b_c` (`c`),
  ADD CONSTRAINT `fk_a_b_c` FOREIGN KEY (`c`) REFERENCES `p` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION;
