-- Runs of before counted with the documented figures alone.
ALTER TABLE "runs" ADD COLUMN "time_model" JSON NOT NULL DEFAULT '{}';
ALTER TABLE "runs" ADD COLUMN "team_times" JSON NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "team_times" (
    "team_id" UUID NOT NULL,
    "constant_id" TEXT NOT NULL,
    "minutes" DOUBLE PRECISION NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "team_times_pkey" PRIMARY KEY ("team_id","constant_id")
);

-- AddForeignKey
ALTER TABLE "team_times" ADD CONSTRAINT "team_times_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "teams"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
