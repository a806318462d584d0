-- change index in_a on page
-- change index in_b on page
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `page` DROP INDEX `in_a`;

ALTER TABLE `page`
  DROP INDEX `in_b`,
  ADD FULLTEXT INDEX `in_a` (`a`);

ALTER TABLE `page` ADD FULLTEXT INDEX `in_b` (`b`) WITH PARSER `ngram` COMMENT 'one';
