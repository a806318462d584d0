SET sql_mode = '';
CREATE TABLE event (id int PRIMARY KEY, day datetime NOT NULL DEFAULT '0000-00-00 00:00:00', at datetime NOT NULL DEFAULT '0000-00-00 00:00:00', month date DEFAULT '2020-01-00', note int, other timestamp NOT NULL DEFAULT '0000-00-00 00:00:00');
