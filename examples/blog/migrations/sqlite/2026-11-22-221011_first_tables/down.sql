-- Undo: first tables
--
-- drop table comment
-- drop table post
-- drop table post_tag
-- drop table tag
-- drop table user
--
-- Dangers:
-- drops-table: table comment goes, with its rows
-- drops-table: table post goes, with its rows
-- drops-table: table post_tag goes, with its rows
-- drops-table: table tag goes, with its rows
-- drops-table: table user goes, with its rows

DROP TABLE "comment";

DROP TABLE "post_tag";

DROP TABLE "post";

DROP TABLE "tag";

DROP TABLE "user";
