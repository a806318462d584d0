-- drop sequence spare

DROP SEQUENCE "spare";
