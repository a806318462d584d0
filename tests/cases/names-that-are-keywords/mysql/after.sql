CREATE TABLE `order` (
    `primary` integer PRIMARY KEY,
    `table` varchar(80),
    `check` integer CHECK (`check` > 0),
    `references` integer REFERENCES `order` (`primary`)
);
