-- create table author
-- create table book

CREATE TABLE "author" (
    "id" serial NOT NULL,
    "name" character varying(80) NOT NULL,
    CONSTRAINT "author_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "book" (
    "id" serial NOT NULL,
    "author_id" integer NOT NULL,
    "title" character varying(80) NOT NULL,
    CONSTRAINT "book_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "book_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "author" ("id") ON DELETE CASCADE
);

CREATE INDEX "book_title" ON "book" ("title");
