import type { ReactNode } from "react";
import type { ActionLists } from "@/lib/domain/scoring/scores";
import { listOf } from "./align-statements";
import type { ShownStatement } from "./policy-sections";

const actionsAtOnce = 6;
const resourcesAtOnce = 3;

/** One statement, read like a sentence: what, on what, under which conditions; JSON stays one click away. */
export function PolicyStatement({ shown, lists }: { shown: ShownStatement; lists: ActionLists | null }) {
  const { statement, added, reason } = shown;
  const actions = [...listOf(statement.Action), ...listOf(statement.NotAction)];
  return (
    <article className={`min-w-0 text-small ${added ? "-mx-2 bg-added-wash px-2 py-1" : ""}`}>
      <h4 className="flex flex-wrap items-baseline gap-x-2 break-arn">
        {added && <span className="font-strong">+ added</span>}
        {statement.Effect === "Deny" && <span className="font-strong text-denied">Deny</span>}
        {statement.Sid && <span className="text-soft">{statement.Sid}</span>}
        {!statement.Sid && !added && statement.Effect === "Allow" && <span className="text-soft">Allow</span>}
      </h4>
      {statement.NotAction !== undefined && <p>every action except</p>}
      <ul className="font-mono">
        {actions.slice(0, actionsAtOnce).map((action) => (
          <ActionLine key={action} action={action} lists={lists} />
        ))}
      </ul>
      {actions.length > actionsAtOnce && (
        <details>
          <summary className="caret text-soft">{actions.length - actionsAtOnce} more actions</summary>
          <ul className="font-mono">
            {actions.slice(actionsAtOnce).map((action) => (
              <ActionLine key={action} action={action} lists={lists} />
            ))}
          </ul>
        </details>
      )}
      <Principals statement={statement} />
      <Resources statement={statement} />
      <Conditions statement={statement} />
      {reason && <p className="mt-1 text-soft">{reason}</p>}
    </article>
  );
}

function ActionLine({ action, lists }: { action: string; lists: ActionLists | null }) {
  const note = lists && noteOn(action, lists);
  return (
    <li className="break-arn">
      <span
        className={note ? "text-soft underline decoration-dotted underline-offset-2" : ""}
        title={note ?? undefined}
      >
        {action}
      </span>
      {note && <span className="sr-only"> ({note})</span>}
    </li>
  );
}

export const unneeded = "no call of this deployment needs it";

/** Only names written out in full can be judged one by one; a wildcard's actions are counted elsewhere. */
function noteOn(action: string, lists: ActionLists): string | null {
  if (/[*?]/.test(action)) return null;
  const isIn = (names: readonly string[]) => names.some((name) => name.toLowerCase() === action.toLowerCase());
  if (isIn(lists.notExisting)) return "there is no such action";
  return isIn(lists.needed) ? null : unneeded;
}

function Resources({ statement }: { statement: ShownStatement["statement"] }) {
  const resources = [...listOf(statement.Resource), ...listOf(statement.NotResource)];
  if (resources.length === 0) return null;
  return (
    <Labelled label="on">
      {statement.NotResource !== undefined && <p>everything except</p>}
      <ul className="font-mono">
        {resources.slice(0, resourcesAtOnce).map((resource) => (
          <li key={resource} className="break-arn">
            {resource}
          </li>
        ))}
      </ul>
      {resources.length > resourcesAtOnce && (
        <details>
          <summary className="caret">{resources.length - resourcesAtOnce} more resources</summary>
          <ul className="font-mono">
            {resources.slice(resourcesAtOnce).map((resource) => (
              <li key={resource} className="break-arn">
                {resource}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Labelled>
  );
}

function Principals({ statement: { Principal } }: { statement: ShownStatement["statement"] }) {
  if (Principal === undefined) return null;
  const principals =
    typeof Principal === "string"
      ? [Principal]
      : Object.entries(Principal).flatMap(([kind, ids]) => listOf(ids).map((id) => `${kind}: ${id}`));
  return (
    <Labelled label="by">
      <ul className="font-mono">
        {principals.map((principal) => (
          <li key={principal} className="break-arn">
            {principal}
          </li>
        ))}
      </ul>
    </Labelled>
  );
}

function Conditions({ statement: { Condition } }: { statement: ShownStatement["statement"] }) {
  if (!Condition) return null;
  const lines = Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => ({
      name: `${operator} ${key}`,
      values: (Array.isArray(values) ? values : [values]).map(String),
    })),
  );
  return (
    <Labelled label="if">
      <ul className="font-mono">
        {lines.map(({ name, values }) => (
          <li key={name} className="break-arn">
            {name} = {values.join(" or ")}
          </li>
        ))}
      </ul>
    </Labelled>
  );
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="mt-0.5 grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-1 text-soft">
      <span className="italic">{label}</span>
      <div className="min-w-0">{children}</div>
    </div>
  );
}
