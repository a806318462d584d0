-- create index by_body on page
-- create index by_both on page
-- create index by_title on page

ALTER TABLE `page`
  ADD FULLTEXT INDEX `by_body` (`body`),
  ADD FULLTEXT INDEX `by_both` (`title`, `body`),
  ADD FULLTEXT INDEX `by_title` (`title`);
