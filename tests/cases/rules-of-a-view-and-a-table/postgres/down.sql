-- drop rule r on v
-- drop rule r2 on t
--
-- Dangers:
-- drops-object: rule r on v goes and does not count any more
-- drops-object: rule r2 on t goes and does not count any more

DROP RULE "r" ON "v";

DROP RULE "r2" ON "t";
