-- first tables
--
-- create table comment
-- create table post
-- create table post_tag
-- create table tag
-- create table user

CREATE TABLE "tag" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_tag" PRIMARY KEY,
    "word" VARCHAR(40) NOT NULL,
    CONSTRAINT "uq_tag_word" UNIQUE ("word")
);

CREATE TABLE "user" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_user" PRIMARY KEY,
    "name" VARCHAR(40) NOT NULL,
    "settings" JSON,
    CONSTRAINT "uq_user_name" UNIQUE ("name")
);

CREATE TABLE "post" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_post" PRIMARY KEY,
    "author_id" INTEGER NOT NULL,
    "editor_id" INTEGER,
    "title" VARCHAR(200) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "deleted_at" TIMESTAMP,
    CONSTRAINT "fk_post_author_id" FOREIGN KEY ("author_id") REFERENCES "user" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_post_editor_id" FOREIGN KEY ("editor_id") REFERENCES "user" ("id") ON DELETE SET NULL,
    CONSTRAINT "ck_post_status" CHECK ("status" IN ('draft', 'published'))
);

CREATE TABLE "comment" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_comment" PRIMARY KEY,
    "post_id" INTEGER NOT NULL,
    "parent_id" INTEGER,
    "text" TEXT NOT NULL,
    CONSTRAINT "fk_comment_parent_id" FOREIGN KEY ("parent_id") REFERENCES "comment" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_comment_post_id" FOREIGN KEY ("post_id") REFERENCES "post" ("id") ON DELETE CASCADE
);

CREATE TABLE "post_tag" (
    "post_id" INTEGER NOT NULL,
    "tag_id" INTEGER NOT NULL,
    CONSTRAINT "pk_post_tag" PRIMARY KEY ("post_id", "tag_id"),
    CONSTRAINT "fk_post_tag_post_id" FOREIGN KEY ("post_id") REFERENCES "post" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_post_tag_tag_id" FOREIGN KEY ("tag_id") REFERENCES "tag" ("id") ON DELETE CASCADE
);
