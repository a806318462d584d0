-- change view v: definition

CREATE OR REPLACE VIEW "v" WITH ("security_barrier" = 'true', "check_option" = 'cascaded') AS
 SELECT id
   FROM t
  WHERE (id > 0);
