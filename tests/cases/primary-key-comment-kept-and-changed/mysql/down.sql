-- change primary key (unnamed) on club
-- change primary key (unnamed) on member
--
-- Dangers:
-- unique-on-rows: primary key on member: a row that breaks it stops the migration
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `club`
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (`id`) COMMENT 'by number';

ALTER TABLE `member`
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (`club_id`) COMMENT 'it''s one a club';
