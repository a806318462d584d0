CREATE TABLE article (
  id bigint PRIMARY KEY,
  state varchar(40) NOT NULL,
  CONSTRAINT ck_article_state CHECK (state NOT IN ('no', 'it''s not'))
);
CREATE INDEX ix_article_open ON article (id) WHERE state IN ('draft', 'review');
