CREATE TABLE country (code varchar(2) PRIMARY KEY);
CREATE TABLE city (
    id integer PRIMARY KEY,
    country varchar(2),
    CONSTRAINT city_country FOREIGN KEY (country) REFERENCES country (code) ON DELETE CASCADE
);
