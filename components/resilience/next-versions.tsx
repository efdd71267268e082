import { RemoveReplay } from "@/components/replays/remove-replay";
import { ReplayProgress } from "@/components/replays/replay-progress";
import { VersionFacts } from "@/components/replays/version-facts";
import { type ChosenVersion, VersionRow, VersionTable } from "@/components/replays/version-table";
import type { ComparisonReport } from "@/lib/domain/comparison-report";
import type { Replay } from "@/lib/schemas/replay";
import { EditDetail } from "./edit-detail";
import { NextVersionsForm } from "./next-versions-form";

/** Later versions of the template, each tried as the next update; under the matrix of changes, and read as it is. */
export function NextVersions({
  report,
  replays,
  path,
  chosen,
  runId,
}: {
  report: ComparisonReport;
  replays: readonly Replay[];
  path: string;
  chosen: ChosenVersion;
  /** `null` for whoever may only read. */
  runId: string | null;
}) {
  const given = replays.filter(({ kind }) => kind === "next");
  if (given.length === 0 && runId === null) return null;
  const candidates = report.candidates.filter(({ trial }) => trial);
  return (
    <section id="next-versions" className="pt-12">
      <h3 className="text-title font-strong">Next versions</h3>
      <p className="max-w-[75ch] pt-1 pb-3 text-soft">
        Each row is a later version of the template, deployed as an update of this run&apos;s with its parameters and
        settings, then rolled back and deleted, with the role as its trial repaired it.
      </p>
      {runId !== null && <NextVersionsForm runId={runId} />}
      {given.length > 0 && (
        <VersionTable caption="Next versions by candidate" head="Version" candidates={candidates} chosen={chosen}>
          {given.map((replay) => (
            <tbody key={replay.id} className="block">
              {replay.versions.map((version) => (
                <VersionRow
                  key={version.position}
                  replay={replay}
                  version={version}
                  candidates={candidates}
                  path={path}
                  chosen={chosen}
                >
                  <span className="break-arn">{version.name}</span>
                  <VersionFacts outcome={version.outcome} />
                  {version.outcome?.diff && <EditDetail title={version.name} diff={version.outcome.diff} />}
                </VersionRow>
              ))}
              <ReplayEnd replay={replay} runId={runId} />
            </tbody>
          ))}
        </VersionTable>
      )}
    </section>
  );
}

/** How far the versions of one giving are, and the way to take them back. */
function ReplayEnd({ replay, runId }: { replay: Replay; runId: string | null }) {
  const { id, status, error, versions } = replay;
  const isWorking = status === "queued" || status === "running";
  if (runId === null && !error) return null;
  return (
    <tr className="block border-b border-edge">
      <td className="block">
        {error && <p role="alert">{error.message}</p>}
        {isWorking && runId !== null && <ReplayProgress runId={runId} replayId={id} />}
        {runId !== null && (
          <RemoveReplay runId={runId} replayId={id} what={versions.map(({ name }) => name).join(", ")} />
        )}
      </td>
    </tr>
  );
}
