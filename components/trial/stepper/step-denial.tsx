import type { Denial, Fix } from "@/lib/domain/trial/trial";
import { DenialText, policyTypeWords } from "../denial-text";
import { FixStatements } from "../fix-statements";

/** The refused request in full, and the part of the fix that lifts it. */
export function StepDenial({ denial, fix }: { denial: Denial; fix: Fix | null }) {
  const { request } = denial;
  const context = Object.entries(request.context);
  const lifting = fix && partsFor(denial, fix);
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <DenialText denial={denial} />
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-small">
        <dt className="text-soft">who</dt>
        <dd>{request.principal === "ci" ? "the CI role" : "the execution role"}</dd>
        <dt className="text-soft">blocked by</dt>
        <dd>{tellBlocker(denial)}</dd>
        <dt className="text-soft">resource</dt>
        <dd className="font-mono break-arn">
          {request.resources.map((resource) => (
            <span key={resource} className="block">
              {resource}
            </span>
          ))}
        </dd>
        <dt className="text-soft">context</dt>
        <dd className="font-mono break-arn">
          {context.length === 0 && <span className="font-sans text-soft">no key that policies test</span>}
          {context.map(([key, values]) => (
            <span key={key} className="block">
              {key} = {values.join(", ")}
            </span>
          ))}
        </dd>
      </dl>
      {lifting && <FixStatements fix={lifting} />}
      {!fix && denial.effect === "failed" && (
        <p className="text-small text-soft">Nothing is fixed after this attempt.</p>
      )}
    </div>
  );
}

function tellBlocker({ decision: { decision, blockedBy } }: Denial): string {
  const policy = policyTypeWords[blockedBy ?? "identity"];
  return decision === "explicitDeny" ? `a deny in the ${policy}` : `the ${policy}, where nothing allows it`;
}

function partsFor({ request: { callId, action } }: Denial, fix: Fix): Fix {
  return {
    parts: fix.parts.filter(
      ({ lifts, statement }) => lifts.includes(callId) && [statement.Action ?? []].flat().includes(action),
    ),
    unliftable: fix.unliftable.filter((item) => item.callId === callId),
  };
}
