-- create table log_2

CREATE TABLE "log_2" PARTITION OF "log" FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
