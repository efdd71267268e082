import type { ReplayVersion } from "@/lib/schemas/replay";

/** For which of the versions the roles were made, which decides what their shares say. */
export function describeRole(versions: readonly ReplayVersion[], templateVersion: string): string {
  const role = `The roles are those of this run, as proposed for its template ${templateVersion} and as its trial repaired them`;
  const own = versions.filter(({ isRunTemplate }) => isRunTemplate).map(({ position }) => position);
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) {
    return `${role}; none of these versions has that text, so that all of them are new to the roles.`;
  }
  if (first === 1) {
    return `${role}: version 1 here, so that the later ones are what the roles were not made for.`;
  }
  if (last === versions.length) {
    return `${role}: version ${last} here, the last. The replay looks back: what these roles would have refused on the way. To see how roles made at the start would have held, run the first version and give that run this history.`;
  }
  return `${role}: version ${last} of ${versions.length} here. Earlier versions are looked back at; the later ones are what the roles were not made for.`;
}
