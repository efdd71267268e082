import { orderConditions } from "./format";
import type { Statement } from "./policy-document";
import { listOf } from "./text-list";

/** What a statement lists, ready to be looked up. */
export interface HeldTexts {
  /** Of `Action`, in lower case: actions ignore case. */
  readonly actions: ReadonlySet<string>;
  /** Of `Resource`. */
  readonly resources: ReadonlySet<string>;
  /** The same text for the same conditions. */
  readonly condition: string;
}

/** A statement of a trial is asked for again with every refusal, and may list thousands of texts. */
export function heldTexts(statement: Statement): HeldTexts {
  const held = readOnce.get(statement) ?? readHeld(statement);
  readOnce.set(statement, held);
  return held;
}

const readOnce = new WeakMap<Statement, HeldTexts>();

function readHeld({ Action, Resource, Condition }: Statement): HeldTexts {
  return {
    actions: new Set(listOf(Action).map((action) => action.toLowerCase())),
    resources: new Set(listOf(Resource)),
    condition: JSON.stringify(orderConditions(Condition ?? {})),
  };
}
