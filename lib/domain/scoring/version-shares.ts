import type { StepVerdict } from "../changes/replay-history";
import type { VersionShare } from "./scores";

/** How many versions came out in which way. */
export type VersionCounts = Readonly<Record<StepVerdict["verdict"], number>>;

/** What is rejected or not modelled counts in no share. */
export function shareVersions({ deploys, fails, rejected, "not-modelled": notModelled }: VersionCounts): VersionShare {
  const versions = deploys + fails;
  return { versions, survived: deploys, share: versions === 0 ? null : deploys / versions, rejected, notModelled };
}

/** Versions that were given at several times, as if they had been given at once; `null` where there are none. */
export function poolShares(shares: readonly VersionShare[]): VersionShare | null {
  if (shares.length === 0) return null;
  const sum = (count: (share: VersionShare) => number) => shares.reduce((total, share) => total + count(share), 0);
  return shareVersions({
    deploys: sum(({ survived }) => survived),
    fails: sum(({ versions, survived }) => versions - survived),
    rejected: sum(({ rejected }) => rejected),
    "not-modelled": sum(({ notModelled }) => notModelled),
  });
}
