-- drop index by_body on page
-- drop index by_both on page
-- drop index by_title on page

ALTER TABLE `page`
  DROP INDEX `by_body`,
  DROP INDEX `by_both`,
  DROP INDEX `by_title`;
