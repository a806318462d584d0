-- change primary key (unnamed) on club
-- change primary key (unnamed) on member
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `club`
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (`id`) COMMENT 'by its number';

ALTER TABLE `member`
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (`club_id`, `person_id`) COMMENT 'it''s one a club';
