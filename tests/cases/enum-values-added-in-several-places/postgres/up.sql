-- change enum mood

ALTER TYPE "mood" ADD VALUE 'over the ''moon''';

ALTER TYPE "mood" ADD VALUE 'glad' BEFORE 'over the ''moon''';

ALTER TYPE "mood" ADD VALUE 'fine' BEFORE 'ok';

ALTER TYPE "mood" ADD VALUE 'so-so' BEFORE 'fine';

ALTER TYPE "mood" ADD VALUE 'awful' BEFORE 'sad';
