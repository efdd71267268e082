import Link from "next/link";
import { isCompared } from "@/components/comparison/approach";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { RunStatus } from "@/lib/schemas/run";
import type { RunSummary } from "@/lib/schemas/run-summary";
import { RunFigures } from "./run-figures";

const statusWords: Record<RunStatus, string | null> = {
  queued: "waiting",
  running: "running",
  done: null,
  failed: "✕ stopped",
};

export function RunRows({ runs }: { runs: readonly RunSummary[] }) {
  return (
    <div>
      <p className="pb-2 text-small text-soft">
        Of each approach, with the role as its trial repaired it: minutes to working, actions granted, and the share of
        template changes that it survives.
      </p>
      <ul>
        {runs.map((run) => (
          <li
            key={run.id}
            className="relative grid gap-x-8 gap-y-2 border-t border-line py-3 hover:bg-wash md:grid-cols-[minmax(12rem,1fr)_minmax(0,2fr)] min-[82rem]:grid-cols-[minmax(12rem,1fr)_minmax(0,3fr)]"
          >
            <div className="min-w-0">
              <Link href={`/runs/${run.id}`} className="font-strong break-arn after:absolute after:inset-0">
                {run.stackName}
              </Link>
              {statusWords[run.status] && <span className="ml-2 text-small text-soft">{statusWords[run.status]}</span>}
              <p className="flex flex-wrap gap-x-3 text-small text-soft">
                <TimeStamp at={run.createdAt} />
                <span>{run.region}</span>
                {run.fileName && <span className="break-arn">{run.fileName}</span>}
                <span className="font-mono">{run.templateVersion}</span>
              </p>
            </div>
            <RunFigures candidates={run.candidates.filter(({ approach }) => isCompared(approach))} />
          </li>
        ))}
      </ul>
    </div>
  );
}
