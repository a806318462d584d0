-- change options of table item

ALTER TABLE `item` DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;
