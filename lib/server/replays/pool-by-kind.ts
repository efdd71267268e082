import type { ReplayKind } from "../../domain/replay";
import type { VersionShare } from "../../domain/scoring/scores";
import { poolShares } from "../../domain/scoring/version-shares";
import type { Replay } from "../../schemas/replay";

type Role = "asProposed" | "repaired";
export type SharesOfRole = Readonly<Record<"nextVersions" | "history", VersionShare | null>>;

/** What a candidate's scores say of all versions that a team gave, each kind taken together. */
export function poolByKind(
  replays: readonly Pick<Replay, "kind" | "shares">[],
  candidate: string,
): Readonly<Record<Role, SharesOfRole>> {
  const pool = (kind: ReplayKind, role: Role) => {
    const shares = replays.filter((replay) => replay.kind === kind).flatMap((replay) => replay.shares);
    return poolShares(shares.filter((share) => share.candidate === candidate).map((share) => share[role]));
  };
  const ofRole = (role: Role) => ({ nextVersions: pool("next", role), history: pool("history", role) });
  return { asProposed: ofRole("asProposed"), repaired: ofRole("repaired") };
}
