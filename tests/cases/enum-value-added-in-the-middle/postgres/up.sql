-- change enum mood

ALTER TYPE "mood" ADD VALUE 'so-so' BEFORE 'ok';
