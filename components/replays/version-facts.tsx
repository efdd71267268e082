import type { ReplayVersion } from "@/lib/schemas/replay";

/** What is said of a version whatever the role: what nothing is known of, and why CloudFormation would refuse it. */
export function VersionFacts({ outcome }: { outcome: ReplayVersion["outcome"] }) {
  if (!outcome) return <span className="block text-small text-soft">not tried yet</span>;
  const isRejected = outcome.verdicts.some(({ repaired }) => repaired.verdict === "rejected");
  const errors = isRejected ? outcome.problems.filter(({ severity }) => severity === "error") : [];
  return (
    <>
      {errors.slice(0, 3).map(({ code, message, line }) => (
        <span key={`${code} ${message} ${line}`} className="block text-small text-soft break-arn">
          {message}
          {line !== undefined && !message.startsWith("Line ") && ` (line ${line})`}
        </span>
      ))}
      {outcome.notModelled.length > 0 && (
        <span className="block text-small text-soft">
          brings what is not modelled: <span className="font-mono break-arn">{outcome.notModelled.join(", ")}</span>
        </span>
      )}
    </>
  );
}
