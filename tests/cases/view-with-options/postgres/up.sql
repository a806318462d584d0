-- change view v: definition

CREATE OR REPLACE VIEW "v" WITH ("security_barrier" = 'true', "check_option" = 'cascaded') AS
 SELECT t.id
   FROM t
  WHERE (t.id > 0);
