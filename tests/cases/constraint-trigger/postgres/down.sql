-- drop trigger ct on t

DROP TRIGGER "ct" ON "t";
