import { type ComparisonStage, comparisonStages } from "../../domain/comparison-input";
import type { RunStatus, StageState } from "../../schemas/run";
import type { StageRow } from "./stage-rows";

const perCandidate: ReadonlySet<ComparisonStage> = new Set(["trial", "changes", "score"]);

/** All stages in their order, with what is stored of each. `proposed` is the number of candidates that there are to try. */
export function describeStages(status: RunStatus, rows: readonly StageRow[], proposed: number): StageState[] {
  const states = comparisonStages.map((stage) =>
    describeStage(
      stage,
      rows.filter((row) => row.stage === stage),
      proposed,
    ),
  );
  if (status === "queued") return states;
  if (status === "done") return states.map((state) => ({ ...state, status: "done" }));
  const current = states.findIndex((state) => state.status !== "done");
  return states.map((state, index) => {
    if (index === current) return { ...state, status };
    return status === "failed" && state.status === "running" ? { ...state, status: "waiting" } : state;
  });
}

function describeStage(stage: ComparisonStage, rows: readonly StageRow[], proposed: number): StageState {
  const last = rows.at(-1);
  const candidates = rows.flatMap(({ candidate, summary, finishedAt }) =>
    candidate === null ? [] : [{ name: candidate, summary, finishedAt: finishedAt.toISOString() }],
  );
  const isDone = last !== undefined && (!perCandidate.has(stage) || candidates.length >= proposed);
  return {
    stage,
    status: isDone ? "done" : last ? "running" : "waiting",
    summary: last?.summary ?? null,
    finishedAt: isDone ? last.finishedAt.toISOString() : null,
    candidates,
  };
}
