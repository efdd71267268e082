import { resolveVariables, type TemplatePart } from "./policy-variables";
import type { RequestContext } from "./request-context";
import type { PatternPart } from "./wildcard";

/** Far more than the values that a deployment's requests give; a policy with ever new ones starts the table afresh. */
const mostValues = 200;

/**
 * What is made of texts once their variables have the values of a request; a text is `null` where one of its variables has
 * none. The same values make the same: thousands of texts may name one variable, and most requests give it no value.
 */
export function resolveOnce<T>(
  templates: readonly (readonly TemplatePart[])[],
  make: (resolved: readonly (readonly PatternPart[] | null)[]) => T,
): (context: RequestContext) => T {
  const names = namesIn(templates);
  const known = new Map<string, { readonly made: T }>();
  return (context) => {
    const values = tellValues(context, names);
    const remembered = known.get(values);
    if (remembered !== undefined) return remembered.made;
    const made = make(templates.map((parts) => resolveVariables(parts, context)));
    if (known.size >= mostValues) known.clear();
    known.set(values, { made });
    return made;
  };
}

function namesIn(templates: readonly (readonly TemplatePart[])[]): ReadonlySet<string> {
  return new Set(
    templates.flatMap((parts) => parts.flatMap((part) => (part.kind === "variable" ? part.key.lower : []))),
  );
}

/** Names as the request writes them, in its order: however a variable is looked up, the same text finds the same. */
function tellValues(context: RequestContext, names: ReadonlySet<string>): string {
  let told = "";
  for (const name in context) {
    if (names.has(name.toLowerCase())) told += JSON.stringify([name, context[name]]);
  }
  return told;
}
