-- drop trigger ct on t
--
-- Dangers:
-- drops-object: trigger ct on t goes and does not run any more

DROP TRIGGER "ct" ON "t";
