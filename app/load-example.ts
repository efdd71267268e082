import "server-only";
import type { RunSummary } from "@/lib/schemas/run-summary";
import { listRuns } from "@/lib/server/runs/list-runs";
import { services } from "@/lib/server/services";
import { currentTeam } from "@/lib/server/teams";

const exampleName = "order-pipeline";

/** The newest finished run of the largest sample, whose figures the start page shows; `null` before there is one. */
export async function loadExample() {
  const page = await listRuns(services().database, currentTeam(), { query: exampleName, limit: 25 });
  const run = page.runs.find(isExample);
  return run ? { stackName: run.stackName, href: `/runs/${run.id}`, candidates: run.candidates } : null;
}

function isExample({ stackName, status, fileName, candidates }: RunSummary): boolean {
  const isWhole = candidates.every(({ approach, scores }) => scores !== null || approach === "current");
  return stackName === exampleName && fileName === `${exampleName}.yaml` && status === "done" && isWhole;
}
