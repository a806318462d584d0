-- create index by_body on page
-- create index by_both on page
-- create index by_title on page
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `page` ADD FULLTEXT INDEX `by_body` (`body`);

ALTER TABLE `page` ADD FULLTEXT INDEX `by_both` (`title`, `body`);

ALTER TABLE `page` ADD FULLTEXT INDEX `by_title` (`title`);
