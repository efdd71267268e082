import { z } from "zod";
import { fullQuerySchema } from "@/lib/schemas/run";
import { listRunRepeatsOnce } from "@/lib/server/denials/list-repeats-once";
import { ApiFault, notFound } from "@/lib/server/http/api-fault";
import { parseId } from "@/lib/server/http/parse-id";
import { readQuery } from "@/lib/server/http/read-query";
import { route } from "@/lib/server/http/route";
import { findRun } from "@/lib/server/runs/find-run";
import { services } from "@/lib/server/services";
import { currentTeam } from "@/lib/server/teams";

const exportQuerySchema = fullQuerySchema.extend({ format: z.literal("json").default("json") });

/** The report as a file, with what the team recorded of real attempts and how the versions that it gave come out. */
export const GET = route<{ id: string }>(async (request, { id }) => {
  const { full } = readQuery(request, exportQuerySchema);
  const run = await findRun(services().database, currentTeam(), parseId(id, "run"));
  if (!run) throw notFound("run");
  if (run.status !== "done" || !run.report) {
    throw new ApiFault(409, { code: "not-done", message: "The report can be exported when the run is done." });
  }
  const fileName = `tightrope-${run.input.stackName}-${run.templateVersion}.json`;
  const { report, replays } = full === "1" ? run : listRunRepeatsOnce(run);
  const body = { ...report, realAttempts: run.reality, replays };
  return Response.json(body, { headers: { "content-disposition": `attachment; filename="${fileName}"` } });
});
