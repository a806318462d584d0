CREATE TYPE post_mood AS ENUM ('fine', 'bad');
CREATE SCHEMA post_side;
CREATE TABLE post_room (
    id integer GENERATED ALWAYS AS IDENTITY (START 100 INCREMENT 10 MINVALUE 50 MAXVALUE 5000 CYCLE),
    name varchar(40) COLLATE "C" NOT NULL,
    floor smallint NOT NULL DEFAULT 1,
    note text,
    size numeric(6,2) NOT NULL DEFAULT 1.5,
    twice numeric(8,2) GENERATED ALWAYS AS (size * 2) STORED,
    tags text[] NOT NULL DEFAULT '{}',
    during tsrange,
    mood post_mood NOT NULL DEFAULT 'fine',
    at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
    every interval(3) NOT NULL DEFAULT '1 day'::interval,
    bits bit varying(5),
    address inet,
    picture bytea,
    CONSTRAINT pk_post_room PRIMARY KEY (id),
    CONSTRAINT uq_room UNIQUE NULLS NOT DISTINCT (name, floor) INCLUDE (note) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_floor CHECK (floor >= 0) NO INHERIT,
    CONSTRAINT ex_during EXCLUDE USING gist (during WITH &&)
) WITH (autovacuum_enabled = false, fillfactor = 70);
ALTER TABLE post_room ALTER picture SET STORAGE EXTERNAL;
ALTER TABLE post_room ADD CONSTRAINT ck_long CHECK (length(name) > 1) NOT VALID;
CREATE INDEX ix_partial ON post_room (name DESC NULLS LAST, floor) INCLUDE (note) WHERE floor > 1;
CREATE UNIQUE INDEX ix_lower ON post_room (lower(name));
CREATE INDEX ix_pattern ON post_room (name COLLATE "C" varchar_pattern_ops);
CREATE INDEX ix_tags ON post_room USING gin (tags) WITH (fastupdate = false);
CREATE INDEX ix_size ON post_room USING hash (size) WITH (fillfactor = 60);
COMMENT ON TABLE post_room IS 'where it''s held';
COMMENT ON COLUMN post_room.name IS 'as on the door';
CREATE UNLOGGED TABLE post_side.post_booking (
    room_id integer NOT NULL,
    number integer NOT NULL,
    second integer NOT NULL DEFAULT 1,
    of_room integer,
    of_number integer,
    CONSTRAINT pk_booking PRIMARY KEY (room_id, number),
    CONSTRAINT fk_post_booking_room_id FOREIGN KEY (room_id) REFERENCES post_room (id)
        ON DELETE CASCADE ON UPDATE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_post_booking_of_room_of_number FOREIGN KEY (of_room, of_number)
        REFERENCES post_side.post_booking (room_id, number) MATCH FULL ON DELETE SET NULL (of_number)
);
ALTER TABLE post_side.post_booking ADD CONSTRAINT fk_post_booking_second FOREIGN KEY (second)
    REFERENCES post_room (id) ON DELETE SET DEFAULT NOT VALID;
