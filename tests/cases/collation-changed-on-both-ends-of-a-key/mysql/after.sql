CREATE TABLE country (code varchar(2) COLLATE utf8mb4_bin PRIMARY KEY);
CREATE TABLE city (
    id integer PRIMARY KEY,
    country varchar(2) COLLATE utf8mb4_bin,
    CONSTRAINT city_country FOREIGN KEY (country) REFERENCES country (code) ON DELETE CASCADE
);
