-- rename table hot to cold
-- rename table cold to hot
--
-- Dangers:
-- renames: table hot is called cold from now on
-- renames: table cold is called hot from now on

RENAME TABLE
  `hot` TO `hot_renamed_1`,
  `cold` TO `hot`,
  `hot_renamed_1` TO `cold`;
