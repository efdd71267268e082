import type { ReplayVersion } from "@/lib/schemas/replay";

/** Consecutive versions. Quiet ones, which are folded up, deploy with every repaired role. */
export interface VersionGroup {
  readonly versions: readonly ReplayVersion[];
  readonly isQuiet: boolean;
}

/** So few quiet versions are shown as they are. */
const fewQuiet = 3;

/** All versions in their order, with long quiet stretches apart, so that what failed is not lost among what went well. */
export function groupVersions(versions: readonly ReplayVersion[]): readonly VersionGroup[] {
  const stretches: { versions: ReplayVersion[]; isQuiet: boolean }[] = [];
  for (const version of versions) {
    const last = stretches.at(-1);
    if (last && last.isQuiet === isQuiet(version)) last.versions.push(version);
    else stretches.push({ versions: [version], isQuiet: isQuiet(version) });
  }
  return stretches.map((stretch) => ({ ...stretch, isQuiet: stretch.isQuiet && stretch.versions.length > fewQuiet }));
}

function isQuiet({ outcome }: ReplayVersion): boolean {
  return outcome?.verdicts.every(({ repaired }) => repaired.verdict === "deploys") ?? false;
}
