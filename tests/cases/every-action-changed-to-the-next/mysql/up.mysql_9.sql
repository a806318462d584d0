-- change foreign key book_a on book
-- change foreign key book_b on book
-- change foreign key book_c on book
-- change foreign key book_d on book
--
-- Dangers:
-- blocks-writes: table book is locked (SHARED) while foreign key book_a is checked and while foreign key book_b is checked and while foreign key book_c is checked and while foreign key book_d is checked
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `book`
  DROP FOREIGN KEY `book_a`,
  DROP FOREIGN KEY `book_b`,
  DROP FOREIGN KEY `book_c`,
  DROP FOREIGN KEY `book_d`;

ALTER TABLE `book`
  ADD CONSTRAINT `book_a` FOREIGN KEY (`a`) REFERENCES `author` (`id`) ON DELETE RESTRICT ON UPDATE NO ACTION,
  ADD CONSTRAINT `book_b` FOREIGN KEY (`b`) REFERENCES `author` (`id`) ON DELETE CASCADE ON UPDATE NO ACTION,
  ADD CONSTRAINT `book_c` FOREIGN KEY (`c`) REFERENCES `author` (`id`) ON DELETE SET NULL ON UPDATE NO ACTION,
  ADD CONSTRAINT `book_d` FOREIGN KEY (`d`) REFERENCES `author` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION;
