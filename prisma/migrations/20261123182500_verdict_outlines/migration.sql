-- What is stored already keeps its denials in the outline: larger than need be, and right.
ALTER TABLE "verdicts" ADD COLUMN "outline" JSON;
UPDATE "verdicts" SET "outline" = "detail";
ALTER TABLE "verdicts" ALTER COLUMN "outline" SET NOT NULL;
