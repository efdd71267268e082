-- AlterTable
ALTER TABLE "scores" ADD COLUMN     "next_versions_as_proposed" INTEGER,
ADD COLUMN     "next_versions_repaired" INTEGER,
ADD COLUMN     "next_survived_as_proposed" INTEGER,
ADD COLUMN     "next_survived_repaired" INTEGER,
ADD COLUMN     "history_versions_as_proposed" INTEGER,
ADD COLUMN     "history_versions_repaired" INTEGER,
ADD COLUMN     "history_survived_as_proposed" INTEGER,
ADD COLUMN     "history_survived_repaired" INTEGER;

-- Versions that were tried before these columns were there.
UPDATE "scores" SET
    "next_versions_as_proposed" = "tally"."next_versions_as_proposed",
    "next_versions_repaired" = "tally"."next_versions_repaired",
    "next_survived_as_proposed" = "tally"."next_survived_as_proposed",
    "next_survived_repaired" = "tally"."next_survived_repaired",
    "history_versions_as_proposed" = "tally"."history_versions_as_proposed",
    "history_versions_repaired" = "tally"."history_versions_repaired",
    "history_survived_as_proposed" = "tally"."history_survived_as_proposed",
    "history_survived_repaired" = "tally"."history_survived_repaired"
FROM (
    SELECT
        "candidates"."id" AS "candidate_id",
        CASE WHEN count(*) FILTER (WHERE "replays"."kind" = 'next') > 0 THEN count(*) FILTER (WHERE "replays"."kind" = 'next' AND "replay_verdicts"."as_proposed" IN ('deploys', 'fails')) END AS "next_versions_as_proposed",
        CASE WHEN count(*) FILTER (WHERE "replays"."kind" = 'next') > 0 THEN count(*) FILTER (WHERE "replays"."kind" = 'next' AND "replay_verdicts"."repaired" IN ('deploys', 'fails')) END AS "next_versions_repaired",
        CASE WHEN count(*) FILTER (WHERE "replays"."kind" = 'next') > 0 THEN count(*) FILTER (WHERE "replays"."kind" = 'next' AND "replay_verdicts"."as_proposed" = 'deploys') END AS "next_survived_as_proposed",
        CASE WHEN count(*) FILTER (WHERE "replays"."kind" = 'next') > 0 THEN count(*) FILTER (WHERE "replays"."kind" = 'next' AND "replay_verdicts"."repaired" = 'deploys') END AS "next_survived_repaired",
        CASE WHEN count(*) FILTER (WHERE "replays"."kind" = 'history') > 0 THEN count(*) FILTER (WHERE "replays"."kind" = 'history' AND "replay_verdicts"."as_proposed" IN ('deploys', 'fails')) END AS "history_versions_as_proposed",
        CASE WHEN count(*) FILTER (WHERE "replays"."kind" = 'history') > 0 THEN count(*) FILTER (WHERE "replays"."kind" = 'history' AND "replay_verdicts"."repaired" IN ('deploys', 'fails')) END AS "history_versions_repaired",
        CASE WHEN count(*) FILTER (WHERE "replays"."kind" = 'history') > 0 THEN count(*) FILTER (WHERE "replays"."kind" = 'history' AND "replay_verdicts"."as_proposed" = 'deploys') END AS "history_survived_as_proposed",
        CASE WHEN count(*) FILTER (WHERE "replays"."kind" = 'history') > 0 THEN count(*) FILTER (WHERE "replays"."kind" = 'history' AND "replay_verdicts"."repaired" = 'deploys') END AS "history_survived_repaired"
    FROM "replay_verdicts"
    JOIN "replays" ON "replays"."id" = "replay_verdicts"."replay_id" AND "replays"."status" IN ('done', 'failed')
    JOIN "candidates" ON "candidates"."run_id" = "replays"."run_id" AND "candidates"."name" = "replay_verdicts"."candidate"
    GROUP BY "candidates"."id"
) AS "tally"
WHERE "tally"."candidate_id" = "scores"."candidate_id";
