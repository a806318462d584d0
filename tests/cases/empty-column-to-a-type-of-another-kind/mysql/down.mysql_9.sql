-- change column device.token: type
-- change column device.place: type
--
-- Dangers:
-- needs-cast: column device.token goes from linestring to int: values may be converted
-- needs-cast: column device.place goes from point to int: values may be converted
-- rewrites-table: every row of table device is written again
-- blocks-writes: table device is locked (SHARED) while the table is copied for token and while the table is copied for place
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `device` ADD CONSTRAINT `token and others have values of another kind` CHECK (`token` IS NULL AND `place` IS NULL);

ALTER TABLE `device`
  DROP CONSTRAINT `token and others have values of another kind`,
  DROP CONSTRAINT `device_token_or_place`,
  DROP COLUMN `token`,
  DROP COLUMN `place`,
  ADD COLUMN `token` int,
  ADD COLUMN `place` int,
  ADD CONSTRAINT `device_token_or_place` CHECK (((`token` is null) or (`place` is null)));
