CREATE TABLE `Straße` (
    `ID` integer PRIMARY KEY,
    `prénom 名` varchar(80) NOT NULL,
    `STADT` varchar(40)
);
CREATE INDEX `İndex` ON `Straße` (`prénom 名`);
