import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { SetupError } from "./setup-error";

/** Who runs the database server: null for the user of this process. PostgreSQL refuses to run as root. */
export type ServerUser = { readonly uid: number; readonly gid: number } | null;

/** As root: the owner of a data folder that there is already, or else `postgres` or `nobody`. */
export function chooseServerUser(dataFolder: string): ServerUser {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(dataFolder, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const accounts = readFileSync("/etc/passwd", "utf8").split("\n");
  for (const name of ["postgres", "nobody"]) {
    const [, , uid, gid] = accounts.find((line) => line.startsWith(`${name}:`))?.split(":") ?? [];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new SetupError(
    "PostgreSQL does not run as root, and this machine has no user postgres or nobody to run it as. Start Tightrope as another user, or set DATABASE_URL.",
  );
}

/** Whether the user may pass through every folder above `target`, and through `target` itself. */
export function isReachable(target: string, user: ServerUser): boolean {
  if (!user) return true;
  for (let folder = path.resolve(target); ; folder = path.dirname(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (folder === path.dirname(folder)) return true;
  }
}
