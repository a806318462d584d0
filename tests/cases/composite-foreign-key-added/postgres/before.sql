CREATE TABLE bill (branch integer, number integer, PRIMARY KEY (branch, number));
CREATE TABLE line (id integer PRIMARY KEY, branch integer, bill integer);
