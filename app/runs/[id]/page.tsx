import { notFound } from "next/navigation";
import { RunOverview } from "@/components/run/run-overview";
import { RunTimes } from "@/components/times/run-times";
import { services } from "@/lib/server/services";
import { currentTeam } from "@/lib/server/teams";
import { listTimeConstantsOf } from "@/lib/server/time-model/list-time-constants";
import { findTeamTimes } from "@/lib/server/time-model/team-times";
import { loadRun } from "./load-run";

export default async function RunPage({ params }: { params: Promise<{ id: string }> }) {
  const run = await loadRun((await params).id);
  if (!run) notFound();
  const { id, status, input } = run;
  const ofTeam = await findTeamTimes(services().database, currentTeam());
  return (
    <RunOverview
      run={run}
      base={`/runs/${id}`}
      times={
        status === "done" && (
          <RunTimes
            runId={id}
            groups={listTimeConstantsOf(run)}
            own={input.timeModel}
            kept={input.teamTimes}
            ofTeam={ofTeam}
          />
        )
      }
    />
  );
}
