-- create table author
-- create table book
-- create table note
-- create table page
-- create table prize

CREATE TABLE "author" (
    "id" integer NOT NULL,
    "name" character varying(40),
    CONSTRAINT "author_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "book" (
    "id" integer NOT NULL,
    "author_id" integer NOT NULL,
    CONSTRAINT "book_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "book_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "author" ("id") ON DELETE CASCADE
);

CREATE TABLE "note" (
    "id" integer NOT NULL,
    "author_id" integer,
    CONSTRAINT "note_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "note_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "author" ("id") ON DELETE SET NULL
);

CREATE TABLE "page" (
    "id" integer NOT NULL,
    "book_id" integer NOT NULL,
    CONSTRAINT "page_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "page_book_id_fkey" FOREIGN KEY ("book_id") REFERENCES "book" ("id") ON DELETE CASCADE
);

CREATE TABLE "prize" (
    "id" integer NOT NULL,
    "author_id" integer NOT NULL,
    CONSTRAINT "prize_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "prize_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "author" ("id") ON DELETE RESTRICT
);
