import type { ActionCatalogue } from "./action-catalogue";
import { type Grant, grants, partCovers } from "./grants";
import { groupBy } from "./group-by";
import type { PolicyDocument } from "./policy-document";
import { patternsOverlap } from "./wildcard-sets";

/** How two policies differ in what they allow, whatever their text. */
export interface PolicyDifference {
  /** What `b` can and `a` cannot. */
  readonly onlyInB: readonly Grant[];
  /** What `a` can and `b` cannot. */
  readonly onlyInA: readonly Grant[];
}

/**
 * Compares two policies (or lists of policies that count together) by their grants. A grant is missing in the other policy
 * unless one grant there covers it whole: a pattern that only several narrower ones cover together is reported, and so is a
 * condition that is not written alike.
 */
export function differencePolicies(
  a: PolicyDocument | readonly PolicyDocument[],
  b: PolicyDocument | readonly PolicyDocument[],
  catalogue: ActionCatalogue,
): PolicyDifference {
  const [inA, inB] = [grants(a, catalogue), grants(b, catalogue)];
  return { onlyInB: missingFrom(inA, inB), onlyInA: missingFrom(inB, inA) };
}

function missingFrom(held: readonly Grant[], wanted: readonly Grant[]): readonly Grant[] {
  const byAction = groupBy(held, (grant) => grant.action);
  return wanted.filter((grant) => !(byAction.get(grant.action) ?? []).some((other) => grantCovers(other, grant)));
}

function grantCovers(wide: Grant, narrow: Grant): boolean {
  return (
    partCovers(wide, narrow) &&
    wide.denied.every(
      (hole) => narrow.denied.some((other) => partCovers(other, hole)) || !reaches(hole.resource, narrow),
    )
  );
}

function reaches(resource: string, grant: Grant): boolean {
  return patternsOverlap(resource, grant.resource);
}
