-- AlterTable
ALTER TABLE "scores" ALTER COLUMN "granted_as_proposed" DROP NOT NULL,
ALTER COLUMN "granted_repaired" DROP NOT NULL,
ALTER COLUMN "excess_as_proposed" DROP NOT NULL,
ALTER COLUMN "excess_repaired" DROP NOT NULL,
ALTER COLUMN "exposure_paths" DROP NOT NULL;
