-- drop rule r on v
-- drop rule r2 on t

DROP RULE "r" ON "v";

DROP RULE "r2" ON "t";
