import type { AccessRequest } from "./decision";
import type { ConditionBlock } from "./policy-document";
import { contextKeyName, contextValues } from "./request-context";
import { unite } from "./text-list";

const passedToService = "iam:PassedToService";

/**
 * Passing a role to one service must not become passing it to any: the service that a refused iam:PassRole names, as a
 * condition; `null` for other actions and where the service is not known.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
export function passRoleCondition(request: AccessRequest): ConditionBlock | null {
  if (request.action.toLowerCase() !== "iam:passrole") return null;
  const services = contextValues(request.context, contextKeyName(passedToService));
  const service = services?.length === 1 ? services[0] : undefined;
  return service === undefined ? null : { StringEquals: { [passedToService]: service } };
}

/** Two conditions that name nothing but services a role is passed to, as one; `null` where either says something else. */
export function joinPassedServices(
  a: ConditionBlock | undefined,
  b: ConditionBlock | undefined,
): ConditionBlock | null {
  const [servicesOfA, servicesOfB] = [passedServices(a), passedServices(b)];
  if (servicesOfA === null || servicesOfB === null) return null;
  return { StringEquals: { [passedToService]: unite(servicesOfA, servicesOfB) } };
}

function passedServices(block: ConditionBlock | undefined): readonly (string | number | boolean)[] | null {
  const keys = block?.["StringEquals"];
  if (block === undefined || keys === undefined) return null;
  if (Object.keys(block).length !== 1 || Object.keys(keys).length !== 1) return null;
  const value = keys[passedToService];
  if (value === undefined) return null;
  return typeof value === "object" ? value : [value];
}
