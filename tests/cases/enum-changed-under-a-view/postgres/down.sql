-- change enum mood

ALTER TYPE "mood" ADD VALUE 'glad';
