import { titleOfName } from "@/components/comparison/approach";
import type { StageName, StageState } from "@/lib/schemas/run";

const titles: Record<StageName, string> = {
  expand: "Expand the template",
  derive: "Derive the deployment's calls",
  propose: "Propose policies",
  trial: "Try each policy",
  changes: "Change the template",
  score: "Score",
};

const marks: Record<StageState["status"], string> = { waiting: "·", running: "▸", done: "✓", failed: "✕" };

/** The six stages with what each found; candidates appear under a stage as they pass it. */
export function StageList({ stages }: { stages: readonly StageState[] }) {
  return (
    <ol className="mt-2 max-w-[80ch]">
      {stages.map(({ stage, status, summary, candidates }) => (
        <li
          key={stage}
          aria-current={status === "running" ? "step" : undefined}
          className="grid grid-cols-[1.25rem_minmax(0,1fr)] border-t border-line py-1.5 sm:grid-cols-[1.25rem_14rem_minmax(0,1fr)]"
        >
          <span aria-hidden="true" className={status === "running" ? "animate-pulse text-accent" : "text-soft"}>
            {marks[status]}
          </span>
          <span className={status === "waiting" ? "text-soft" : status === "running" ? "font-strong" : ""}>
            {titles[stage]}
            <span className="sr-only">: {status}</span>
          </span>
          <span className="figures min-w-0 text-soft break-arn max-sm:col-start-2">
            {candidates.length === 0
              ? summary
              : candidates.map((candidate) => (
                  <span key={candidate.name} className="block">
                    {`${titleOfName(candidate.name)}: ${candidate.summary}`}
                  </span>
                ))}
          </span>
        </li>
      ))}
    </ol>
  );
}
