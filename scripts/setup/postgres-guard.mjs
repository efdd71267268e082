import { spawn } from "node:child_process";
import { openSync } from "node:fs";
import os from "node:os";

/**
 * Runs the database server and ends it with the process that started this one, however that ends: the server itself
 * would live on. A terminal's Ctrl-C does not get here (own process group), so that the program's last writes do.
 */
const { binary, dataFolder, settings, user, logFile } = JSON.parse(process.argv[2]);
const log = openSync(logFile, "w");
const server = spawn(
  binary,
  ["-D", dataFolder, ...Object.entries(settings).flatMap(([key, value]) => ["-c", `${key}=${value}`])],
  {
    ...user,
    cwd: os.tmpdir(),
    stdio: ["ignore", log, log],
    env: { ...process.env, LC_ALL: "C" },
  },
);

server.on("error", (error) => {
  console.error(error.message);
  process.exit(1);
});
server.on("exit", (code) => process.exit(code ?? 1));

let stopping = false;
function stop() {
  if (stopping) return;
  stopping = true;
  server.kill("SIGINT"); // PostgreSQL's fast shutdown: ends the sessions, writes a checkpoint
  setTimeout(() => server.kill("SIGQUIT"), 10_000);
}
process.on("disconnect", stop);
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, stop);
