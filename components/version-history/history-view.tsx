import type { ChosenVersion } from "@/components/replays/version-table";
import type { ComparisonReport } from "@/lib/domain/comparison-report";
import type { Replay } from "@/lib/schemas/replay";
import { HistoryUpload } from "./history-upload";
import { ReplayedHistory } from "./replayed-history";

/** The template's own past, replayed: which of its deployments each role would have carried, and where it would have failed. */
export function HistoryView({
  report,
  replays,
  path,
  chosen,
  runId,
  templateVersion,
}: {
  report: ComparisonReport;
  replays: readonly Replay[];
  path: string;
  chosen: ChosenVersion;
  /** `null` for whoever may only read. */
  runId: string | null;
  templateVersion: string;
}) {
  const histories = replays.filter(({ kind }) => kind === "history").reverse();
  const candidates = report.candidates.filter(({ trial }) => trial);
  return (
    <div className="flex flex-col gap-10">
      {histories.length === 0 && runId === null && <p className="text-soft">No history was given for this run.</p>}
      {histories.map((replay) => (
        <ReplayedHistory
          key={replay.id}
          replay={replay}
          candidates={candidates}
          path={path}
          chosen={chosen}
          runId={runId}
          templateVersion={templateVersion}
        />
      ))}
      {runId !== null && <HistoryUpload runId={runId} isFirst={histories.length === 0} />}
    </div>
  );
}
