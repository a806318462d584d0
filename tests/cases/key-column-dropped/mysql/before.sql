CREATE TABLE line (
    bill integer NOT NULL,
    number integer NOT NULL,
    branch integer NOT NULL DEFAULT 0,
    text varchar(40),
    PRIMARY KEY (branch, bill, number)
);
