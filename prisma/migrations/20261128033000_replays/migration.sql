-- CreateEnum
CREATE TYPE "replay_kind" AS ENUM ('next', 'history');

-- CreateTable
CREATE TABLE "replays" (
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "kind" "replay_kind" NOT NULL,
    "file_name" TEXT,
    "template_path" TEXT,
    "note" TEXT,
    "status" "run_status" NOT NULL DEFAULT 'queued',
    "lease" UUID,
    "error" JSON,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "replays_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "replay_versions" (
    "replay_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "committed_at" TIMESTAMPTZ(3),
    "subject" TEXT,
    "template_id" UUID NOT NULL,
    "diff" TEXT,
    "outcome" JSON,

    CONSTRAINT "replay_versions_pkey" PRIMARY KEY ("replay_id","position")
);

-- CreateTable
CREATE TABLE "replay_verdicts" (
    "replay_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "candidate" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "as_proposed" TEXT NOT NULL,
    "repaired" TEXT NOT NULL,
    "detail" JSON NOT NULL,

    CONSTRAINT "replay_verdicts_pkey" PRIMARY KEY ("replay_id","position","candidate")
);

-- CreateIndex
CREATE INDEX "replays_run_id_created_at_idx" ON "replays"("run_id", "created_at");

-- CreateIndex
CREATE INDEX "replay_versions_template_id_idx" ON "replay_versions"("template_id");

-- AddForeignKey
ALTER TABLE "replays" ADD CONSTRAINT "replays_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "replay_versions" ADD CONSTRAINT "replay_versions_replay_id_fkey" FOREIGN KEY ("replay_id") REFERENCES "replays"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "replay_versions" ADD CONSTRAINT "replay_versions_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "templates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "replay_verdicts" ADD CONSTRAINT "replay_verdicts_replay_id_position_fkey" FOREIGN KEY ("replay_id", "position") REFERENCES "replay_versions"("replay_id", "position") ON DELETE CASCADE ON UPDATE CASCADE;
