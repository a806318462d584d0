-- add column box.area

ALTER TABLE `box` ADD COLUMN `area` int(11) GENERATED ALWAYS AS (`width` * `height`) VIRTUAL;
