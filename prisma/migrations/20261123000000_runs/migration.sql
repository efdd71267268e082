-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "run_status" AS ENUM ('queued', 'running', 'done', 'failed');

-- CreateTable
CREATE TABLE "teams" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "teams_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "templates" (
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "templates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "runs" (
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "template_id" UUID NOT NULL,
    "file_name" TEXT,
    "stack_name" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "account" CHAR(12) NOT NULL,
    "account_given" BOOLEAN NOT NULL,
    "parameters" JSON NOT NULL,
    "settings" JSON NOT NULL,
    "current_policy" TEXT,
    "llm_reply" TEXT,
    "nested_templates" JSON NOT NULL,
    "search_text" TEXT NOT NULL,
    "status" "run_status" NOT NULL DEFAULT 'queued',
    "lease" UUID,
    "versions" JSON NOT NULL DEFAULT '{}',
    "outline" JSON,
    "error" JSON,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stages" (
    "run_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "candidate" TEXT,
    "summary" TEXT NOT NULL,
    "finished_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stages_pkey" PRIMARY KEY ("run_id","sequence")
);

-- CreateTable
CREATE TABLE "candidates" (
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "approach" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "proposed" BOOLEAN NOT NULL,
    "proposal" JSON NOT NULL,

    CONSTRAINT "candidates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trials" (
    "candidate_id" UUID NOT NULL,
    "works" BOOLEAN NOT NULL,
    "converges" BOOLEAN NOT NULL,
    "rounds" INTEGER NOT NULL,
    "rounds_if_one_denial_each" INTEGER NOT NULL,
    "detail" JSON NOT NULL,

    CONSTRAINT "trials_pkey" PRIMARY KEY ("candidate_id")
);

-- CreateTable
CREATE TABLE "verdicts" (
    "candidate_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "change_id" TEXT NOT NULL,
    "weight" DOUBLE PRECISION NOT NULL,
    "as_proposed" TEXT NOT NULL,
    "repaired" TEXT NOT NULL,
    "detail" JSON NOT NULL,

    CONSTRAINT "verdicts_pkey" PRIMARY KEY ("candidate_id","position")
);

-- CreateTable
CREATE TABLE "scores" (
    "candidate_id" UUID NOT NULL,
    "evidence" TEXT NOT NULL,
    "converges" BOOLEAN NOT NULL,
    "rounds" INTEGER NOT NULL,
    "rounds_if_one_denial_each" INTEGER NOT NULL,
    "minutes" DOUBLE PRECISION,
    "needed" INTEGER NOT NULL,
    "missing" INTEGER NOT NULL,
    "listed_as_proposed" INTEGER NOT NULL,
    "listed_repaired" INTEGER NOT NULL,
    "granted_as_proposed" INTEGER NOT NULL,
    "granted_repaired" INTEGER NOT NULL,
    "excess_as_proposed" INTEGER NOT NULL,
    "excess_repaired" INTEGER NOT NULL,
    "resilience_as_proposed" DOUBLE PRECISION,
    "resilience_repaired" DOUBLE PRECISION,
    "weighted_resilience_as_proposed" DOUBLE PRECISION,
    "weighted_resilience_repaired" DOUBLE PRECISION,
    "exposure_paths" INTEGER NOT NULL,
    "detail" JSON NOT NULL,

    CONSTRAINT "scores_pkey" PRIMARY KEY ("candidate_id")
);

-- CreateTable
CREATE TABLE "share_links" (
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "token_hash" CHAR(64) NOT NULL,
    "include_current_policy" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "share_links_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "templates_team_id_sha256_key" ON "templates"("team_id", "sha256");

-- CreateIndex
CREATE INDEX "runs_team_id_created_at_id_idx" ON "runs"("team_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "candidates_run_id_name_key" ON "candidates"("run_id", "name");

-- CreateIndex
CREATE INDEX "verdicts_change_id_idx" ON "verdicts"("change_id");

-- CreateIndex
CREATE UNIQUE INDEX "share_links_token_hash_key" ON "share_links"("token_hash");

-- CreateIndex
CREATE INDEX "share_links_run_id_idx" ON "share_links"("run_id");

-- AddForeignKey
ALTER TABLE "templates" ADD CONSTRAINT "templates_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "teams"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "runs" ADD CONSTRAINT "runs_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "teams"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "runs" ADD CONSTRAINT "runs_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "templates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stages" ADD CONSTRAINT "stages_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trials" ADD CONSTRAINT "trials_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "candidates"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "candidates"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scores" ADD CONSTRAINT "scores_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "candidates"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_links" ADD CONSTRAINT "share_links_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "teams"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_links" ADD CONSTRAINT "share_links_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- The one team that owns everything until there is sign-in (lib/server/teams.ts names it by this id).
INSERT INTO "teams" ("id", "name") VALUES ('00000000-0000-4000-8000-000000000001', 'Default team');
