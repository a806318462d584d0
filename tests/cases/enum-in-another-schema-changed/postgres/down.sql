-- change enum app.mood

ALTER TYPE "app"."mood" ADD VALUE 'glad';
