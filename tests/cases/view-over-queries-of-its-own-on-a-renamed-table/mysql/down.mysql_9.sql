-- rename table past to history
-- change view ranked: definition
--
-- Dangers:
-- renames: table past is called history from now on
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

RENAME TABLE `past` TO `history`;

CREATE OR REPLACE VIEW `ranked` AS with `item` as (select `history`.`price` AS `p`,row_number() OVER (ORDER BY `history`.`price` )  AS `n` from `history`) select `x`.`p` AS `p`,`x`.`n` AS `n`,(select max(`x`.`price`) from `history` `x` where (`x`.`id` > 0)) AS `high` from `item` `x`;
