import type { ApiCall, ApiRequest } from "../deployment/api-call";
import type { DeploymentPlan } from "../deployment/deployment-plan";

/**
 * The same plan as a later creation would meet it: every id that AWS makes up is another one. Of the same length and
 * alphabet, so that ARNs stay well-formed.
 */
export function freshenIds(plan: DeploymentPlan, creation: number): DeploymentPlan {
  const replacements = plan.inventedIds.map((id) => [id, rotate(id, creation)] as const);
  const freshen = (text: string) => replacements.reduce((result, [from, to]) => result.replaceAll(from, to), text);
  return { ...plan, calls: plan.calls.map((call) => freshenCall(call, freshen, creation)) };
}

function freshenCall(call: ApiCall, freshen: (text: string) => string, creation: number): ApiCall {
  return { ...call, checks: call.checks.map((check) => freshenRequest(check, freshen, creation)) };
}

function freshenRequest(request: ApiRequest, freshen: (text: string) => string, creation: number): ApiRequest {
  const context = Object.entries(request.context).map(([key, values]) => [key, values.map(freshen)] as const);
  return {
    ...request,
    key: `${request.key} ${creation}`,
    resources: request.resources.map(freshen),
    context: Object.fromEntries(context),
  };
}

/** Each letter and digit moved on within its own kind, by a step that no two creations share for long. */
function rotate(id: string, creation: number): string {
  return id
    .replace(/[a-z]/g, (letter) => shift(letter, "a", 26, creation))
    .replace(/[A-Z]/g, (letter) => shift(letter, "A", 26, creation))
    .replace(/\d/g, (digit) => shift(digit, "0", 10, creation));
}

function shift(character: string, first: string, size: number, by: number): string {
  const base = first.charCodeAt(0);
  return String.fromCharCode(base + ((character.charCodeAt(0) - base + by) % size));
}
