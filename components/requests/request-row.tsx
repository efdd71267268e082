import { Fragment } from "react";
import { countOf } from "@/components/ui/format-figure";
import type { ShownRequest } from "./filter-requests";
import { tellEvent } from "./tell-event";
import { tellPhase } from "./tell-phase";

/** On a phone one below the other, the action first and the phase at its side; elsewhere the cells of a row. */
const cell = "py-1 pr-4 max-md:p-0";

/** One authorisation check: what is asked for, on what, why, and which candidates it was refused. */
export function RequestRow({ request }: { request: ShownRequest }) {
  return (
    <tr className="border-b border-line align-top max-md:grid max-md:grid-cols-[minmax(0,1fr)_auto] max-md:gap-x-4 max-md:py-2">
      <td className={`${cell} whitespace-nowrap text-soft max-md:order-1 max-md:text-right`}>
        {tellPhase(request.phase)}
        {request.principal === "execution-role" && <span className="block">execution role</span>}
      </td>
      <td className={`${cell} font-mono max-md:break-arn`}>
        {request.action}
        <OperationName request={request} />
      </td>
      <td className={`${cell} min-w-56 font-mono break-arn max-md:order-2 max-md:col-span-2`}>
        {request.resources.map((resource) => (
          <div key={resource}>{resource}</div>
        ))}
        <Context request={request} />
      </td>
      <td className={`${cell} min-w-44 break-arn max-md:order-3 max-md:col-span-2 max-md:pt-1`}>
        <Purpose request={request} />
      </td>
      <td className="py-1 whitespace-nowrap text-denied max-md:order-4 max-md:col-span-2 max-md:p-0">
        {request.refusedFor.map((name) => (
          <div key={name}>
            ✕ <span className="md:hidden">refused for </span>
            {name}
          </div>
        ))}
      </td>
    </tr>
  );
}

/** The operation behind the action where the action does not say it, as with API Gateway's verbs. */
function OperationName({ request: { action, cloudTrail } }: { request: ShownRequest }) {
  if (!cloudTrail || action.endsWith(`:${cloudTrail.eventName}`)) return null;
  return <span className="block text-soft">{cloudTrail.eventName}</span>;
}

function Context({ request: { context, cloudTrail } }: { request: ShownRequest }) {
  const keys = Object.entries(context);
  if (keys.length === 0) return null;
  return (
    <details className="text-soft">
      <summary className="caret font-sans max-md:min-h-6">{countOf(keys.length, "context key")} and the event</summary>
      <div className="font-sans">CloudTrail: {tellEvent(cloudTrail)}</div>
      {keys.map(([key, values]) => (
        <div key={key}>
          {key} = {values.join(", ")}
        </div>
      ))}
    </details>
  );
}

/** For which resource, or whose own need, and because of which property. */
function Purpose({ request: { logicalId, via, cause, source, certainty } }: { request: ShownRequest }) {
  const whose = logicalId ?? (via === "cli" ? "sam deploy" : "the stack");
  const because = <Cause cause={cause} source={source} />;
  const known = certainty === "documented" ? null : ` (${certainty})`;
  if (whose === cause) {
    return (
      <>
        {because}
        {known}
      </>
    );
  }
  return (
    <>
      {whose}
      <span className="block text-soft">
        {because}
        {known}
      </span>
    </>
  );
}

/** The property that makes the check necessary, linked to where that is documented. */
function Cause({ cause, source }: { cause: string; source: string }) {
  if (!source.startsWith("https://")) return <Path path={cause} />;
  return (
    <a
      href={source}
      className="underline decoration-line underline-offset-2 hover:decoration-ink"
      target="_blank"
      rel="noreferrer"
    >
      <Path path={cause} />
    </a>
  );
}

/** A path in the template, which breaks after its dots before it breaks in a name. */
function Path({ path }: { path: string }) {
  const names = path.split(".");
  const steps = names.map((name, depth) => ({ name, place: names.slice(0, depth + 1).join(".") }));
  return steps.map(({ name, place }) => (
    <Fragment key={place}>
      {place !== name && (
        <>
          .<wbr />
        </>
      )}
      {name}
    </Fragment>
  ));
}
