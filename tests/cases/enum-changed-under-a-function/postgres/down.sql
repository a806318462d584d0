-- change enum mood

ALTER TYPE "mood" ADD VALUE 'sad' BEFORE 'ok';
