import type { CloudTrailEvent } from "./api-call";
import { inventedIdsIn } from "./invented-id";
import { textsInside } from "./read-property";
import type { CallSpec, ResourceView } from "./resource-rule";

/**
 * A creation with its event about the resource that it makes. A name that the template or CloudFormation gives is a
 * parameter of the request; an id that the service draws is in its answer, which CloudTrail records of calls that change
 * something. The first call of a creation that changes something is the one that makes the resource.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
export function nameMade(calls: readonly CallSpec[], made: ResourceView): readonly CallSpec[] {
  if (made.identity.arn === null) return calls;
  const making = calls.find(({ cloudTrail }) => cloudTrail && !cloudTrail.readOnly);
  const names = isNamedByService(made, made.identity.arn) ? "response" : "request";
  return calls.map((call) =>
    call === making && call.cloudTrail ? { ...call, cloudTrail: { names, ...call.cloudTrail } } : call,
  );
}

/** The event of any call: what it acts on exists already, so that the request names it, unless it names nothing. */
export function finishEvent({ cloudTrail, checks }: CallSpec): CloudTrailEvent | null {
  if (!cloudTrail) return null;
  const [check] = checks;
  const names = !check || check.resources.every(isNoneInParticular) ? "none" : "request";
  return { names, ...cloudTrail };
}

/** Whether the ARN holds an id of its own: not its name, not the stack's, and none that the properties refer to. */
function isNamedByService({ name, properties, target }: ResourceView, arn: string): boolean {
  if (arn.includes(name)) return false;
  const known = new Set([name, target.stackName, ...textsInside(properties)].flatMap(inventedIdsIn));
  return inventedIdsIn(arn).some((id) => !known.has(id));
}

/** `*`, all of a kind as in `log-group:*`, and a path of API Gateway without an id as in `/account`. */
function isNoneInParticular(resource: string): boolean {
  if (!resource.endsWith("*") && !resource.includes(":/")) return false;
  const [kind = "", ...rest] = resource.split(":").slice(5).join(":").split(/[:/]/);
  if (kind === "" && rest.length === 1 && resource.startsWith("arn:")) return true;
  return resource === "*" || (rest.length > 0 && rest.every((part) => part === "*"));
}
