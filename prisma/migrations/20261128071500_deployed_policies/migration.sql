-- AlterTable
ALTER TABLE "real_attempts" ADD COLUMN     "policies" TEXT;
