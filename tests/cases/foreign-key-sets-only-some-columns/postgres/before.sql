CREATE TABLE bill (branch integer, number integer, PRIMARY KEY (branch, number));
CREATE TABLE line (
    id integer PRIMARY KEY,
    branch integer,
    bill integer,
    CONSTRAINT line_bill FOREIGN KEY (branch, bill) REFERENCES bill (branch, number) ON DELETE SET NULL
);
