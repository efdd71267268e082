import type { ReactNode } from "react";
import { ApproachSentences } from "@/components/comparison/approach-sentences";
import { ProblemList } from "@/components/problems/problem-list";
import { ScoreTable } from "@/components/scorecard/score-table";
import { LinkTabs } from "@/components/ui/link-tabs";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { Run } from "@/lib/schemas/run";
import { awaitCandidates } from "./awaited-candidates";
import { describeSize, listTabs } from "./run-tabs";

/**
 * A run as its page shows it: what was deployed, what became of each approach, the scores, and the tabs with what is
 * behind them. The same for its team and for a reader of a shared link; `actions` and `progress` are the team's.
 */
export function RunView({
  run,
  base,
  actions,
  progress,
  llm,
  children,
}: {
  run: Run;
  base: string;
  actions: ReactNode;
  progress: ReactNode;
  /** What stands under the LLM's sentence when it has no answer. */
  llm: ReactNode;
  children: ReactNode;
}) {
  const { input, report, status } = run;
  const proposed = report?.candidates ?? [];
  const isAwaited = proposed.length === 0 && (status === "queued" || status === "running");
  const candidates = isAwaited ? awaitCandidates(input) : proposed;
  return (
    <>
      <header className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3 md:flex-nowrap">
        <div className="min-w-0">
          <h1 className="text-title font-strong break-arn">{input.stackName}</h1>
          <p className="flex flex-wrap gap-x-4 text-small text-soft">
            <span>{input.region}</span>
            {input.fileName && <span className="break-arn">{input.fileName}</span>}
            <span>
              template <span className="font-mono">{run.templateVersion}</span>
            </span>
            <TimeStamp at={run.createdAt} />
            {report && <span className="figures">{describeSize(report)}</span>}
          </p>
        </div>
        {actions}
      </header>
      {run.error && (
        <section role="alert" className="mt-5 border-l-2 border-ink pl-4">
          <h2 className="font-strong">This run stopped</h2>
          <p>{run.error.message}</p>
          {run.error.problems && (
            <ProblemList problems={run.error.problems} lineHref={(line) => `${base}/template?line=${line}`} />
          )}
        </section>
      )}
      {progress}
      {candidates.length > 0 && (
        <>
          <ApproachSentences candidates={candidates} llm={llm} />
          <ScoreTable candidates={candidates} reality={run.reality} isAwaited={isAwaited} />
        </>
      )}
      {report && (
        <div className="mt-8">
          <LinkTabs label="Run" tabs={listTabs(base, report)} />
          <div className="min-h-[calc(100dvh-3rem)] pt-5">{children}</div>
        </div>
      )}
    </>
  );
}
