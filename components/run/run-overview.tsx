import type { ReactNode } from "react";
import { ApproachLabel } from "@/components/comparison/approach-label";
import { ProblemList } from "@/components/problems/problem-list";
import { EvidenceMark } from "@/components/scorecard/evidence-mark";
import { MinutesTable } from "@/components/scorecard/minutes-table";
import { CodeInText } from "@/components/ui/code-in-text";
import { formatCount } from "@/components/ui/format-figure";
import type { ComparisonReport, TriedCandidate } from "@/lib/domain/comparison-report";
import type { Run } from "@/lib/schemas/run";

/** What must be known to trust the figures: where the minutes go, how each policy came about, what is assumed and what is wrong. */
export function RunOverview({
  run,
  base,
  times = null,
}: {
  run: Run;
  base: string;
  /** Where its team changes the figures behind the minutes; a shared run has none. */
  times?: ReactNode;
}) {
  const { report } = run;
  if (!report) return null;
  if (run.status !== "done" && run.status !== "failed" && report.requests.length === 0) {
    return <p className="text-soft">The calls of the deployment are not derived yet.</p>;
  }
  const told = report.candidates.filter(({ provenance }) => provenance.length > 0);
  return (
    <div className="flex flex-col gap-10">
      <MinutesTable candidates={report.candidates} hasRealAttempts={run.reality.length > 0}>
        {times}
      </MinutesTable>
      {told.length > 0 && (
        <section>
          <h2 className="text-title font-strong">How each policy came about</h2>
          <div className="mt-3 grid gap-x-10 gap-y-6 md:grid-cols-2 lg:grid-cols-4">
            {told.map((candidate) => (
              <Provenance key={candidate.name} candidate={candidate} />
            ))}
          </div>
        </section>
      )}
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
        <section>
          <h2 className="text-title font-strong">Problems</h2>
          {report.problems.length === 0 ? (
            <p className="mt-2 text-soft">None was found in the template.</p>
          ) : (
            <ProblemList problems={report.problems} lineHref={(line) => `${base}/template?line=${line}`} />
          )}
          <Coverage coverage={report.coverage} />
        </section>
        <section>
          <h2 className="text-title font-strong">Taken for granted</h2>
          <p className="mt-1 text-soft">
            What the policies of a role cannot say. Each of these may stop a real deployment.
          </p>
          <ul className="mt-1">
            {report.assumptions.map(({ code, message }) => (
              <li key={`${code} ${message}`} className="border-b border-line py-1.5">
                {message}
              </li>
            ))}
          </ul>
        </section>
      </div>
      <Versions versions={report.versions} />
    </div>
  );
}

function Provenance({ candidate }: { candidate: TriedCandidate }) {
  return (
    <div className="min-w-0">
      <h3 className="font-strong">
        <ApproachLabel candidate={candidate} />
      </h3>
      <ol className="mt-1">
        {candidate.provenance.map(({ title, detail, evidence }) => (
          <li key={`${title} ${detail}`} className="border-t border-line py-1.5">
            {title} <EvidenceMark evidence={evidence} />
            <span className="block text-small text-soft break-arn">
              <CodeInText text={detail} />
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Coverage({ coverage: { documented, registry, unknown } }: { coverage: ComparisonReport["coverage"] }) {
  return (
    <p className="figures mt-4 text-small text-soft">
      Of the resources, {formatCount(documented)} follow documented rules, {formatCount(registry)} the registry&apos;s
      upper bound, and {formatCount(unknown)} are not modelled.
    </p>
  );
}

/** What a run was computed with, in words. */
const versionTitles: Readonly<Record<string, string>> = {
  engine: "Computed by engine",
  actions: "IAM's actions from",
  managedPolicies: "managed policies from",
  resourceSpec: "resource types from",
  registry: "registry of",
};

function Versions({ versions }: { versions: ComparisonReport["versions"] }) {
  return (
    <p className="text-small text-soft">
      {Object.entries(versions)
        .map(([name, version]) => `${versionTitles[name] ?? name} ${version}`)
        .join(" · ")}
    </p>
  );
}
