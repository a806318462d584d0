-- change sequence ticket

ALTER SEQUENCE "ticket" INCREMENT BY 5 CACHE 3;
