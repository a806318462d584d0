-- first tables
--
-- create table comment
-- create table post
-- create table post_tag
-- create table tag
-- create table user
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

CREATE TABLE `tag` (
  `id` int NOT NULL AUTO_INCREMENT,
  `word` varchar(40) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `uq_tag_word` (`word`)
);

CREATE TABLE `user` (
  `id` int NOT NULL AUTO_INCREMENT,
  `name` varchar(40) NOT NULL,
  `settings` json,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `uq_user_name` (`name`)
);

CREATE TABLE `post` (
  `id` int NOT NULL AUTO_INCREMENT,
  `author_id` int NOT NULL,
  `editor_id` int,
  `title` varchar(200) NOT NULL,
  `status` enum('draft','published') NOT NULL DEFAULT 'draft',
  `deleted_at` datetime(6),
  PRIMARY KEY (`id`),
  INDEX `fk_post_author_id` (`author_id`),
  INDEX `fk_post_editor_id` (`editor_id`),
  CONSTRAINT `fk_post_author_id` FOREIGN KEY (`author_id`) REFERENCES `user` (`id`) ON DELETE CASCADE ON UPDATE NO ACTION,
  CONSTRAINT `fk_post_editor_id` FOREIGN KEY (`editor_id`) REFERENCES `user` (`id`) ON DELETE SET NULL ON UPDATE NO ACTION
);

CREATE TABLE `comment` (
  `id` int NOT NULL AUTO_INCREMENT,
  `post_id` int NOT NULL,
  `parent_id` int,
  `text` text NOT NULL,
  PRIMARY KEY (`id`),
  INDEX `fk_comment_parent_id` (`parent_id`),
  INDEX `fk_comment_post_id` (`post_id`),
  CONSTRAINT `fk_comment_parent_id` FOREIGN KEY (`parent_id`) REFERENCES `comment` (`id`) ON DELETE CASCADE ON UPDATE NO ACTION,
  CONSTRAINT `fk_comment_post_id` FOREIGN KEY (`post_id`) REFERENCES `post` (`id`) ON DELETE CASCADE ON UPDATE NO ACTION
);

CREATE TABLE `post_tag` (
  `post_id` int NOT NULL,
  `tag_id` int NOT NULL,
  PRIMARY KEY (`post_id`, `tag_id`),
  INDEX `fk_post_tag_tag_id` (`tag_id`),
  CONSTRAINT `fk_post_tag_post_id` FOREIGN KEY (`post_id`) REFERENCES `post` (`id`) ON DELETE CASCADE ON UPDATE NO ACTION,
  CONSTRAINT `fk_post_tag_tag_id` FOREIGN KEY (`tag_id`) REFERENCES `tag` (`id`) ON DELETE CASCADE ON UPDATE NO ACTION
);
