-- change enum mood

ALTER TYPE "mood" ADD VALUE 'awful' BEFORE 'sad';
