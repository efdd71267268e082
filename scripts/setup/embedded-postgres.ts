import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { makeCluster } from "./make-cluster";
import { findPostgresBinaries } from "./postgres-binaries";
import { chooseServerUser, isReachable, type ServerUser } from "./server-user";
import { settleEarlierServer } from "./settle-earlier-server";
import { SetupError } from "./setup-error";
import { type Child, startChild } from "./start-child";
import { findFreePort } from "./tcp-ports";

export interface EmbeddedPostgres {
  /** Address of the database `tightrope`, which exists. */
  readonly url: string;
  /** The server's process, which ends with this one. */
  readonly server: Child;
}

/**
 * Starts a PostgreSQL server of our own on a free port of 127.0.0.1. `folder` keeps its data, password and log. Without
 * `durable`, what it has acknowledged may be lost when the machine fails: for tests.
 */
export async function startEmbeddedPostgres(folder: string, { durable = true } = {}): Promise<EmbeddedPostgres> {
  mkdirSync(folder, { recursive: true });
  const { dataFolder, user } = placeData(path.resolve(folder));
  const password = readOrMakePassword(path.join(path.dirname(dataFolder), "postgres-password"));
  const binaries = findPostgresBinaries(user, path.dirname(dataFolder));
  await settleEarlierServer(dataFolder);
  makeCluster(binaries, dataFolder, password, user);

  const port = await findFreePort();
  const logFile = path.join(folder, "postgres.log");
  const settings = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const guard = startChild({
    script: "scripts/setup/postgres-guard.mjs",
    args: [JSON.stringify({ binary: binaries.postgres, dataFolder, settings, user, logFile })],
  });
  const address = (database: string) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;
  // Should the guard itself be killed, the server lives on, and is stopped as one of an earlier run would be.
  const server = { ...guard, stop: () => guard.stop().then(() => settleEarlierServer(dataFolder)) };
  await waitForServer(address("postgres"), server, logFile);
  await ensureDatabase(address("postgres"), "tightrope");
  return { url: address("tightrope"), server };
}

/** As root, data below a folder that only root may enter is kept below /var/lib, where the server's user can reach it. */
function placeData(folder: string): { dataFolder: string; user: ServerUser } {
  const here = path.join(folder, "postgres");
  const user = chooseServerUser(here);
  if (user) chmodSync(folder, 0o755);
  if (isReachable(folder, user)) return { dataFolder: here, user };
  const elsewhere = path.join("/var/lib/tightrope", Buffer.from(folder).toString("base64url"));
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  return { dataFolder: path.join(elsewhere, "postgres"), user: chooseServerUser(path.join(elsewhere, "postgres")) };
}

function readOrMakePassword(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString("base64url"), { mode: 0o600 });
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new SetupError(
      `${file} belongs to another user. Start Tightrope as the user who started it here first, or set DATABASE_URL.`,
    );
  }
}

async function waitForServer(url: string, server: Child, logFile: string): Promise<void> {
  for (let attempt = 0; attempt < 600 && !server.hasEnded(); attempt++) {
    if (await canConnect(url)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await server.stop();
  const log = existsSync(logFile) ? readFileSync(logFile, "utf8").trim().split("\n").slice(-5).join("\n") : "";
  throw new SetupError(`The embedded PostgreSQL did not start. The end of its log (${logFile}):\n${log}`);
}

async function canConnect(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    return true;
  } catch (error) {
    // A refused password never mends itself: the password file is not the one that the data was made with.
    if (error instanceof Error && "code" in error && error.code === "28P01") {
      throw new SetupError(
        "The embedded PostgreSQL refuses the password of its file postgres-password; the data was made with another. Put the old password back, or set DATABASE_URL.",
      );
    }
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
  if (!rowCount) await client.query(`create database "${name}"`);
  await client.end();
}
