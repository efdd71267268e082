CREATE TABLE "real_attempts" (
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "candidate" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "phase" TEXT,
    "minutes" DOUBLE PRECISION,
    "started_at" TIMESTAMPTZ(3),
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "note" TEXT,
    "log" TEXT,
    "reading" JSON,

    CONSTRAINT "real_attempts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "real_attempts_run_id_idx" ON "real_attempts"("run_id");

-- AddForeignKey
ALTER TABLE "real_attempts" ADD CONSTRAINT "real_attempts_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "teams"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "real_attempts" ADD CONSTRAINT "real_attempts_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;
