-- create rule r on v
-- create rule r2 on t

CREATE RULE r AS
    ON INSERT TO public.v DO INSTEAD  INSERT INTO t (id, a)
  VALUES (new.id, new.a);

CREATE RULE r2 AS
    ON DELETE TO public.t DO
 NOTIFY x;
