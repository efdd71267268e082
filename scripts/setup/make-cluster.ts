import { spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { PostgresBinaries } from "./postgres-binaries";
import type { ServerUser } from "./server-user";
import { SetupError } from "./setup-error";

/** Makes the data folder unless there is one. It gets its name last, so that one that was cut off is made anew. */
export function makeCluster(binaries: PostgresBinaries, dataFolder: string, password: string, user: ServerUser): void {
  if (existsSync(dataFolder)) return;
  const unfinished = `${dataFolder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  const passwordFile = path.join(unfinished, "password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) for (const place of [unfinished, passwordFile]) chownSync(place, user.uid, user.gid);

  const cluster = path.join(unfinished, "cluster");
  const { status, error, stderr } = spawnSync(
    binaries.initdb,
    [
      `--pgdata=${cluster}`,
      "--username=postgres",
      "--auth=scram-sha-256",
      `--pwfile=${passwordFile}`,
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
    ],
    { ...user, cwd: os.tmpdir(), encoding: "utf8", env: { ...process.env, LC_ALL: "C" } },
  );
  if (status !== 0) throw new SetupError(`The embedded PostgreSQL could not make its data folder: ${error ?? stderr}`);
  renameSync(cluster, dataFolder);
  rmSync(unfinished, { recursive: true });
}
