import { RemoveReplay } from "@/components/replays/remove-replay";
import { ReplayProgress } from "@/components/replays/replay-progress";
import { countOf } from "@/components/ui/format-figure";
import { describeRole } from "./describe-role";
import { HistoryPages, type PagedHistory } from "./history-pages";
import { HistoryStrips } from "./history-strips";

/** One uploaded history: what was replayed, a line of it for each candidate, and every version. */
export function ReplayedHistory({
  templateVersion,
  runId,
  ...history
}: PagedHistory & { templateVersion: string; runId: string | null }) {
  const { replay, candidates } = history;
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
      <HistoryPages {...history} />
    </section>
  );
}
