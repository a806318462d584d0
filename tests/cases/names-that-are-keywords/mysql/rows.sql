INSERT INTO `order` (`primary`, `default`, `check`) VALUES (1, 'x', 1);
