CREATE TABLE "order" (
    "primary" integer PRIMARY KEY,
    "default" varchar(40),
    "check" integer,
    "references" integer
);
