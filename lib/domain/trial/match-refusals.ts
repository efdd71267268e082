import { patternsOverlap } from "../policy/wildcard-sets";
import type { Refusal } from "./refusals/refusal";
import type { Denial } from "./trial";

/** What really was refused, beside what the trial foretold. */
export interface MatchedRefusals<D extends Denial = Denial> {
  readonly predicted: readonly { readonly refusal: Refusal; readonly denial: D }[];
  readonly unpredicted: readonly Refusal[];
}

/**
 * A refusal was predicted when the trial met a denial of the same action for the same resource: by logical id where both
 * name it, else by ARN. Account ids are not compared, since logs are often shown without.
 */
export function matchRefusals<D extends Denial>(
  refusals: readonly Refusal[],
  denials: readonly D[],
): MatchedRefusals<D> {
  const matched = refusals.map((refusal) => ({ refusal, denial: denials.find((denial) => isSame(refusal, denial)) }));
  return {
    predicted: matched.flatMap(({ refusal, denial }) => (denial ? [{ refusal, denial }] : [])),
    unpredicted: matched.filter(({ denial }) => !denial).map(({ refusal }) => refusal),
  };
}

function isSame({ action, logicalId, resourceType, resource }: Refusal, denial: Denial): boolean {
  if (action === null) return logicalId !== null && logicalId === denial.logicalId;
  if (action.toLowerCase() !== denial.request.action.toLowerCase()) return false;
  if (logicalId !== null && denial.logicalId !== null) return logicalId === denial.logicalId;
  if (resourceType !== null && denial.resourceType !== null && resourceType !== denial.resourceType) return false;
  return resource === null || denial.request.patterns.some((pattern) => patternsOverlap(mask(resource), mask(pattern)));
}

/** IAM prints `role NAME` where everyone else prints an ARN. */
function mask(resource: string): string {
  const [, kind, name] = /^(role|user|group|policy|instance profile) (.+)$/.exec(resource) ?? [];
  if (kind !== undefined && name !== undefined) return `arn:*:iam::*:${kind.replace(" ", "-")}/*${name}`;
  const [arn = "", partition = "", service = "", region = "", account = "", ...rest] = resource.split(":");
  if (arn !== "arn" || rest.length === 0) return resource;
  return [arn, partition, service, region, account === "" ? "" : "*", ...rest].join(":");
}
