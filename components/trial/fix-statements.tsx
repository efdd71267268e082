import type { Fix, FixPart } from "@/lib/domain/trial/trial";

const places: Record<FixPart["policyType"], string> = {
  identity: "identity policy",
  boundary: "permissions boundary",
  trust: "trust policy",
};

/** What is added to lift refusals, in words: which statement of which policy gains which actions on which resources. */
export function FixStatements({ fix }: { fix: Fix }) {
  return (
    <section className="min-w-0">
      {fix.parts.length > 0 && <h4 className="text-small text-soft">Fix</h4>}
      {fix.parts.map((part) => (
        <FixPartView key={`${part.role} ${part.policyType} ${JSON.stringify(part.statement)}`} part={part} />
      ))}
      {fix.unliftable.map(({ callId, why }) => (
        <p key={`${callId} ${why}`} className="mt-1 text-small">
          <span className="text-denied">No addition lifts this.</span> {why}
        </p>
      ))}
    </section>
  );
}

function FixPartView({ part: { role, policyType, statement, joined, gains } }: { part: FixPart }) {
  const place = `the ${role === "ci" ? "CI role's" : "execution role's"} ${places[policyType]}`;
  const conditions = Object.entries(statement.Condition ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => `${operator} ${key} = ${[values].flat().join(" or ")}`),
  );
  return (
    <div className="mt-1 bg-added-wash px-3 py-2 text-small">
      <p>
        <span aria-hidden="true">+ </span>
        {joined === null ? `A new statement in ${place}` : `Statement ${joined + 1} of ${place} gains`}
      </p>
      <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 font-mono">
        <Texts label={joined === null ? "allows" : "actions"} texts={gains.actions} />
        <Texts label={joined === null ? "on" : "resources"} texts={gains.resources} />
        <Texts label="if" texts={conditions} />
      </dl>
    </div>
  );
}

function Texts({ label, texts }: { label: string; texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <>
      <dt className="font-sans text-soft">{label}</dt>
      <dd className="min-w-0">
        {texts.map((text) => (
          <span key={text} className="block break-arn">
            {text}
          </span>
        ))}
      </dd>
    </>
  );
}
