CREATE TABLE `Order "by" group.x` (
    id integer PRIMARY KEY,
    `select from` varchar(40) DEFAULT 'x',
    `it's ``odd`` "and" dotted.name` integer,
    CONSTRAINT `Key of (a), b` CHECK (`it's ``odd`` "and" dotted.name` > 0)
);
CREATE INDEX `Index; -- odd` ON `Order "by" group.x` (`select from`, `it's ``odd`` "and" dotted.name`);
CREATE TABLE `user` (
    id integer PRIMARY KEY,
    `order` integer,
    CONSTRAINT `user order` FOREIGN KEY (`order`) REFERENCES `Order "by" group.x` (id) ON DELETE CASCADE
);
