import type { ReplayVersion } from "@/lib/schemas/replay";

/** How one role fared with versions. `share` counts those that deployed or failed, 0 to 1; `null` where there are none. */
export interface VersionTally {
  readonly survived: number;
  readonly failed: number;
  readonly rejected: number;
  readonly notModelled: number;
  readonly share: number | null;
}

export type RoleState = "asProposed" | "repaired";

export function tallyVersions(versions: readonly ReplayVersion[], candidate: string, role: RoleState): VersionTally {
  const names = versions.flatMap(
    ({ outcome }) => outcome?.verdicts.find((verdicts) => verdicts.candidate === candidate)?.[role].verdict ?? [],
  );
  const count = (name: string) => names.filter((other) => other === name).length;
  const [survived, failed] = [count("deploys"), count("fails")];
  const share = survived + failed === 0 ? null : survived / (survived + failed);
  return { survived, failed, rejected: count("rejected"), notModelled: count("not-modelled"), share };
}
