-- CreateTable
CREATE TABLE "denials" (
    "run_id" UUID NOT NULL,
    "key" CHAR(22) NOT NULL,
    "detail" JSON NOT NULL,

    CONSTRAINT "denials_pkey" PRIMARY KEY ("run_id","key")
);

-- CreateTable
CREATE TABLE "replay_denials" (
    "replay_id" UUID NOT NULL,
    "key" CHAR(22) NOT NULL,
    "detail" JSON NOT NULL,

    CONSTRAINT "replay_denials_pkey" PRIMARY KEY ("replay_id","key")
);

-- AddForeignKey
ALTER TABLE "denials" ADD CONSTRAINT "denials_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "replay_denials" ADD CONSTRAINT "replay_denials_replay_id_fkey" FOREIGN KEY ("replay_id") REFERENCES "replays"("id") ON DELETE CASCADE ON UPDATE CASCADE;
