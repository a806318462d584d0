CREATE TABLE `Order "by" group.x` (
    id integer PRIMARY KEY,
    `select from` varchar(80) NOT NULL DEFAULT 'y',
    `it's ``odd`` "and" dotted.name` integer,
    `50% off` integer,
    CONSTRAINT `Key of (a), b` CHECK (`it's ``odd`` "and" dotted.name` > 1 - 1)
);
CREATE INDEX `Index; -- odd` ON `Order "by" group.x` (`select from`, `it's ``odd`` "and" dotted.name`);
CREATE TABLE `user` (
    id integer PRIMARY KEY,
    `order` integer,
    CONSTRAINT `user order` FOREIGN KEY (`order`) REFERENCES `Order "by" group.x` (id) ON DELETE CASCADE
);
