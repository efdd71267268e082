import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../json";
import type { Problem, Staged } from "../problem";
import type { ResolutionScope } from "./resolution/scope";
import { resolveCondition } from "./resolve";

/** Every condition's truth. One that cannot be decided is a problem, and left out. */
export function evaluateConditions(
  definitions: JsonObject,
  scope: ResolutionScope,
): Staged<Readonly<Record<string, boolean>>> {
  const known = new Map<string, boolean>();
  const visited = new Set<string>();
  const problems: Problem[] = [];

  const decide = (name: string) => {
    const definition = Object.hasOwn(definitions, name) ? definitions[name] : undefined;
    if (definition === undefined || visited.has(name)) return;
    visited.add(name);
    const used = conditionsIn(definition);
    for (const other of used) decide(other);
    const truth = resolveCondition(definition, { ...scope, conditions: Object.fromEntries(known) });
    if (truth === undefined) problems.push(undecided(name, used, definitions));
    else known.set(name, truth);
  };

  for (const name of Object.keys(definitions)) decide(name);
  return { value: Object.fromEntries(known), problems };
}

/** Names of the conditions that an expression is made of. */
function conditionsIn(expression: Json): string[] {
  if (isJsonArray(expression)) return expression.flatMap(conditionsIn);
  if (!isJsonObject(expression)) return [];
  return Object.entries(expression).flatMap(([key, inner]) =>
    key === "Condition" && typeof inner === "string" ? [inner] : conditionsIn(inner),
  );
}

function undecided(name: string, used: readonly string[], definitions: JsonObject): Problem {
  const missing = used.filter((other) => !Object.hasOwn(definitions, other));
  const message =
    missing.length > 0
      ? `Condition ${name} uses ${missing.join(", ")}, which the template does not define. Define it or correct the name.`
      : `Condition ${name} cannot be decided before deployment. Use only parameters, pseudo parameters, mappings and other conditions, without a cycle.`;
  return {
    code: missing.length > 0 ? "unknown-condition" : "undecided-condition",
    severity: "error",
    message,
    path: `Conditions.${name}`,
  };
}
