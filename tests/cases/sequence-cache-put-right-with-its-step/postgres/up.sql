-- change sequence ticket

ALTER SEQUENCE "ticket" INCREMENT BY 1 CACHE 1;
