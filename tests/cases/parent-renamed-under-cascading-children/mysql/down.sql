-- rename table writer to author
--
-- Dangers:
-- renames: table writer is called author from now on

RENAME TABLE `writer` TO `author`;
