import Link from "next/link";
import type { ReactNode } from "react";
import { titleOf } from "@/components/comparison/approach";
import { ApproachLabel } from "@/components/comparison/approach-label";
import { describeCandidate } from "@/components/comparison/describe-candidate";
import { EvidenceMark } from "@/components/scorecard/evidence-mark";
import { CodeInText } from "@/components/ui/code-in-text";
import type { ComparisonReport, TriedCandidate } from "@/lib/domain/comparison-report";
import type { Attempt } from "@/lib/domain/trial/trial";
import { AttemptDetail, outcomeWords } from "./attempt-detail";

/** Every candidate's attempts as a track; the chosen attempt opens under its track. The choice stands in the address. */
export function TrialTracks({
  report,
  path,
  chosen,
  after,
}: {
  report: ComparisonReport;
  path: string;
  /** What stands under a candidate's attempts. */
  after: (candidate: TriedCandidate) => ReactNode;
  chosen: {
    readonly candidate: string | undefined;
    readonly attempt: string | undefined;
    readonly step: string | undefined;
  };
}) {
  const open = chooseAttempt(report.candidates, chosen);
  return (
    <div className="flex flex-col gap-8">
      {report.candidates.map((candidate) => (
        <section key={candidate.name} aria-label={titleOf(candidate)} data-approach={candidate.approach}>
          <h3 className="font-strong">
            <ApproachLabel candidate={candidate} /> {candidate.trial && <EvidenceMark evidence="simulated" />}
          </h3>
          <p className="max-w-[120ch] text-soft">
            <CodeInText text={describeCandidate(candidate)} />
          </p>
          {candidate.trial && (
            <Track attempts={candidate.trial.attempts} open={open} base={addressOf(candidate, path)} />
          )}
          {open && candidate.trial?.attempts.includes(open) && (
            <AttemptDetail
              attempt={open}
              report={report}
              base={addressOf(candidate, path)}
              isLast={open === candidate.trial.attempts.at(-1)}
              step={chosen.step && /^\d{1,6}$/.test(chosen.step) ? Number(chosen.step) : null}
            />
          )}
          {after(candidate)}
        </section>
      ))}
    </div>
  );
}

function addressOf({ name }: TriedCandidate, path: string): string {
  return `${path}?candidate=${encodeURIComponent(name)}`;
}

/** Up to so many attempts say in words how they ended. */
const wordyAttempts = 6;

function Track({ attempts, open, base }: { attempts: readonly Attempt[]; open: Attempt | undefined; base: string }) {
  return (
    <ol className="mt-2 flex flex-wrap items-center gap-y-2">
      {attempts.map((attempt, index) => (
        <li key={attempt.number} className="flex items-center">
          <AttemptLink
            attempt={attempt}
            current={attempt === open}
            brief={attempts.length > wordyAttempts}
            href={`${base}&attempt=${attempt.number}`}
          />
          {index < attempts.length - 1 && <span aria-hidden="true" className="h-px w-3 bg-edge sm:w-5" />}
        </li>
      ))}
    </ol>
  );
}

function AttemptLink({
  attempt,
  current,
  brief,
  href,
}: {
  attempt: Attempt;
  current: boolean;
  brief: boolean;
  href: string;
}) {
  const denials = attempt.denials.filter(({ effect }) => effect === "failed").length;
  const complete = attempt.outcome === "complete";
  return (
    <Link
      href={href}
      scroll={false}
      aria-current={current ? "true" : undefined}
      className="figures inline-flex min-h-9 items-center gap-2 border border-edge px-2.5 hover:bg-wash aria-[current=true]:border-ink aria-[current=true]:bg-wash aria-[current=true]:shadow-[inset_0_-2px_0_var(--hue)]"
    >
      <span className="text-soft">{attempt.number}</span>
      {complete ? (
        <span>✓ works</span>
      ) : (
        <span>
          <span className="text-denied">✕ {denials}</span>{" "}
          <span className={brief ? "sr-only" : "max-sm:sr-only"}>denied, {outcomeWords[attempt.outcome]}</span>
        </span>
      )}
    </Link>
  );
}

/** The attempt of the address; without one, the first that failed, since that is what a reader comes for. */
function chooseAttempt(
  candidates: readonly TriedCandidate[],
  { candidate, attempt }: { readonly candidate: string | undefined; readonly attempt: string | undefined },
): Attempt | undefined {
  const asked = candidates
    .find(({ name }) => name === candidate)
    ?.trial?.attempts.find(({ number }) => String(number) === attempt);
  const all = candidates.flatMap(({ trial }) => trial?.attempts ?? []);
  return asked ?? all.find(({ outcome }) => outcome !== "complete") ?? all[0];
}
