import type { Fix, FixPart } from "@/lib/domain/trial/trial";

const places: Record<FixPart["policyType"], string> = {
  identity: "identity policy",
  boundary: "permissions boundary",
  trust: "trust policy",
};

/** What is added to lift refusals, as an addition to the policy's JSON. */
export function FixStatements({ fix }: { fix: Fix }) {
  return (
    <section className="min-w-0">
      {fix.parts.length > 0 && <h4 className="text-small text-soft">Fix</h4>}
      {fix.parts.map(({ role, policyType, statement, joined }) => (
        <div key={`${role} ${policyType} ${JSON.stringify(statement)}`} className="mt-1 bg-added-wash px-3 py-2">
          <p className="text-small text-soft">
            {joined === null ? "+ a statement in" : `+ statement ${joined + 1} widened in`} the{" "}
            {role === "ci" ? "CI role's" : "execution role's"} {places[policyType]}
          </p>
          <pre className="text-small whitespace-pre-wrap wrap-anywhere">{JSON.stringify(statement, null, 2)}</pre>
        </div>
      ))}
      {fix.unliftable.map(({ callId, why }) => (
        <p key={`${callId} ${why}`} className="mt-1 text-small">
          <span className="text-denied">No addition lifts this.</span> {why}
        </p>
      ))}
    </section>
  );
}
