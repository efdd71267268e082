/** Whose rows a repository function may see; every one of them takes it. */
export interface TeamScope {
  readonly teamId: string;
}

/** Made by the first migration. */
const defaultTeam: TeamScope = { teamId: "00000000-0000-4000-8000-000000000001" };

/** The team of whoever asks. There is no sign-in yet, so that all are one team. */
export function currentTeam(): TeamScope {
  return defaultTeam;
}
