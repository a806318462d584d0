-- create table book

CREATE TABLE "book" (
    "id" serial NOT NULL,
    "author_id" integer NOT NULL,
    "title" character varying(80) DEFAULT (''::character varying) NOT NULL,
    "pages" integer,
    CONSTRAINT "book_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "book_title" UNIQUE ("author_id", "title"),
    CONSTRAINT "book_pages" CHECK (pages > 0),
    CONSTRAINT "book_author" FOREIGN KEY ("author_id") REFERENCES "author" ("id") ON DELETE CASCADE
);

CREATE INDEX "book_by_pages" ON "book" ("pages");
