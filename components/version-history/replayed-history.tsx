import { RemoveReplay } from "@/components/replays/remove-replay";
import { ReplayProgress } from "@/components/replays/replay-progress";
import { type ChosenVersion, VersionRow, VersionTable } from "@/components/replays/version-table";
import { countOf } from "@/components/ui/format-figure";
import type { TriedCandidate } from "@/lib/domain/comparison-report";
import type { Replay, ReplayVersion } from "@/lib/schemas/replay";
import { describeRole } from "./describe-role";
import { groupVersions } from "./group-versions";
import { HistoryStrips } from "./history-strips";
import { QuietRows } from "./quiet-rows";
import { VersionHead } from "./version-head";

interface History {
  readonly replay: Replay;
  readonly candidates: readonly TriedCandidate[];
  readonly path: string;
  readonly chosen: ChosenVersion;
  readonly runId: string | null;
}

/** One uploaded history: what was replayed, a line of it for each candidate, and every version. */
export function ReplayedHistory({ templateVersion, ...history }: History & { templateVersion: string }) {
  const { replay, candidates, runId } = history;
  const { id, status, error, note, versions } = replay;
  const what = replay.templatePath ?? replay.fileName ?? "an upload";
  return (
    <section aria-label={`History of ${what}`}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h3 className="text-title font-strong break-arn">
          {what} <span className="figures font-normal text-soft">{countOf(versions.length, "version")}</span>
        </h3>
        {runId !== null && <RemoveReplay runId={runId} replayId={id} what={`the history of ${what}`} />}
      </div>
      <div className="max-w-[90ch] text-soft">
        <p>
          Every version is deployed after the one before it, always with the same role; the first creates the stack. A
          refused deployment counts as mended and deployed in the end. Parameters and settings are this run&apos;s, and
          rollbacks and deletes are not asked for.
        </p>
        <p className="pt-1">{describeRole(versions, templateVersion)}</p>
        {note && <p className="pt-1">{note}</p>}
      </div>
      {error && (
        <p role="alert" className="pt-2">
          {error.message}
        </p>
      )}
      {(status === "queued" || status === "running") && runId !== null && (
        <ReplayProgress runId={runId} replayId={id} />
      )}
      <HistoryStrips replay={replay} candidates={candidates} />
      <VersionTable caption={`Versions of ${what} by candidate`} head="Version, oldest first" candidates={candidates}>
        <HistoryRows {...history} />
      </VersionTable>
    </section>
  );
}

/** What all repaired roles carried without a word is folded up, unless it is looked at. */
function HistoryRows({ replay, candidates, path, chosen }: History) {
  const rowOf = (version: ReplayVersion) => (
    <VersionRow
      key={version.position}
      replay={replay}
      version={version}
      candidates={candidates}
      path={path}
      chosen={chosen}
    >
      <VersionHead version={version} />
    </VersionRow>
  );
  return groupVersions(replay.versions).map(({ versions, isQuiet }) => {
    const key = versions[0]?.position;
    if (!isQuiet) {
      return (
        <tbody key={key} className="block">
          {versions.map(rowOf)}
        </tbody>
      );
    }
    const isOpen = chosen.replay === replay.id && versions.some(({ position }) => String(position) === chosen.version);
    return (
      <QuietRows key={key} summary={summaryOf(versions)} isOpen={isOpen}>
        {versions.map(rowOf)}
      </QuietRows>
    );
  });
}

function summaryOf(versions: readonly ReplayVersion[]): string {
  const [first, last] = [versions[0]?.position, versions.at(-1)?.position];
  return `Versions ${first} to ${last}: ${versions.length} that deploy with every repaired role`;
}
