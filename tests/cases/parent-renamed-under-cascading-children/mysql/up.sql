-- rename table author to writer
--
-- Dangers:
-- renames: table author is called writer from now on

RENAME TABLE `author` TO `writer`;
