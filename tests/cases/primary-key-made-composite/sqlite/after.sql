CREATE TABLE line (
    bill integer NOT NULL,
    number integer NOT NULL,
    text varchar(40),
    PRIMARY KEY (bill, number)
);
