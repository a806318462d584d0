INSERT INTO `Straße` (`ID`, `prénom 名`) VALUES (1, 'Zoë');
