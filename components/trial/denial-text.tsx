import { tellPhase } from "@/components/requests/tell-phase";
import type { Denial } from "@/lib/domain/trial/trial";

const effects: Record<Denial["effect"], string | null> = {
  failed: null,
  retried: "CloudFormation went on without tags.",
  ignored: "The CLI went on.",
  shown: "Printed in place of the refusal before it; granting it does not help.",
};

/** A refusal: action, place, and the error as AWS words it. */
export function DenialText({ denial }: { denial: Denial }) {
  const { request, logicalId, resourceType, phase, message, effect, decision } = denial;
  return (
    <article className="min-w-0">
      <h4 className="break-arn">
        <span className={`mr-2 text-small whitespace-nowrap ${effect === "failed" ? "text-denied" : "text-soft"}`}>
          ✕ {decision.decision === "explicitDeny" ? "denied explicitly" : "denied"}
        </span>
        <span className="font-mono">{request.action}</span>
        <span className="text-soft">
          {logicalId ? ` on ${logicalId}` : ""}
          {resourceType ? ` (${resourceType})` : ""}, {tellPhase(phase)}
        </span>
      </h4>
      <p className="mt-1 border-l-2 border-denied pl-3 font-mono text-small break-arn">{message}</p>
      <p className="mt-1 text-small text-soft break-arn">
        Needed because of <span className="font-mono">{request.cause}</span>
        {decision.blockedBy && decision.blockedBy !== "identity" && (
          <> · blocked by the {policyTypeWords[decision.blockedBy]}</>
        )}
        {request.source.startsWith("https://") && (
          <>
            {" · "}
            <a href={request.source} className="text-link" rel="noreferrer" target="_blank">
              source
            </a>
          </>
        )}
        {effects[effect] && <> · {effects[effect]}</>}
      </p>
    </article>
  );
}

export const policyTypeWords = {
  identity: "identity policies",
  boundary: "permissions boundary",
  session: "session policy",
  scp: "service control policy",
  rcp: "resource control policy",
  resource: "resource's own policy",
} as const;
