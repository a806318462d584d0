-- rename table history to past
-- change view ranked: definition
--
-- Dangers:
-- renames: table history is called past from now on
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

RENAME TABLE `history` TO `past`;

CREATE OR REPLACE VIEW `ranked` AS with item as (select `past`.`price` AS `p`,row_number() over ( order by `past`.`price`) AS `n` from `past`)select `x`.`p` AS `p`,`x`.`n` AS `n`,(select max(`x`.`price`) from `past` `x` where `x`.`id` > 0) AS `high` from `item` `x`;
