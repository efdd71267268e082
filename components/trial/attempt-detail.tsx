import Link from "next/link";
import type { ComparisonReport } from "@/lib/domain/comparison-report";
import type { Attempt, AttemptOutcome } from "@/lib/domain/trial/trial";
import { DenialList } from "./denial-list";
import { DocumentChanges } from "./document-changes";
import { FixStatements } from "./fix-statements";
import { AttemptStepper } from "./stepper/attempt-stepper";
import { listCliCalls, listWaveResources } from "./stepper/attempt-steps";

export const outcomeWords: Record<AttemptOutcome, string> = {
  complete: "works",
  "not-started": "nothing was made",
  "rolled-back": "rolled back",
  stuck: "stuck",
};

/** One attempt, to be stepped through; at its end what was refused, how it was lifted, and the way to the next one. */
export function AttemptDetail({
  attempt,
  report,
  base,
  isLast,
  step,
}: {
  attempt: Attempt;
  report: ComparisonReport;
  /** Address of the candidate; attempt and step are added. */
  base: string;
  isLast: boolean;
  step: number | null;
}) {
  const path = `${base}&attempt=${attempt.number}`;
  return (
    <div className="mt-4 border-l-2 border-(--hue) pl-4">
      <AttemptStepper
        key={path}
        attempt={attempt}
        resources={listWaveResources(attempt, report.resources)}
        cliCalls={listCliCalls(attempt, report.requests)}
        path={path}
        opensAt={step}
      >
        <div className="flex min-w-0 flex-col gap-5">
          <DenialList denials={attempt.denials} />
          {attempt.fix && <FixStatements fix={attempt.fix} />}
          {attempt.fix && <DocumentChanges documents={attempt.fix.documents} />}
          {!isLast && (
            <p>
              <Link href={`${base}&attempt=${attempt.number + 1}&step=1`} scroll={false} className="text-link">
                Attempt {attempt.number + 1}, with this fix
              </Link>
            </p>
          )}
        </div>
      </AttemptStepper>
    </div>
  );
}
