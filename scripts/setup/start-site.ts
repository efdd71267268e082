import { setTimeout as sleep } from "node:timers/promises";
import { type Environment, exitWithParent } from "./run-node";
import { SetupError } from "./setup-error";
import type { SiteAddress } from "./site-address";
import type { Mode } from "./start";
import { type Child, startChild } from "./start-child";

/**
 * Node's own five seconds are shorter than browsers, scripts and proxies keep a connection that nobody uses: one that was
 * taken up again in the moment of its closing got no answer.
 */
const keepAliveMilliseconds = 120_000;

/** The web server; resolves when it answers. */
export async function startSite(mode: Mode, address: SiteAddress, environment: Environment): Promise<Child> {
  const command = mode === "production" ? ["start", "--keepAliveTimeout", String(keepAliveMilliseconds)] : ["dev"];
  const site = startChild({
    nodeArguments: exitWithParent,
    script: "node_modules/next/dist/bin/next",
    args: [...command, "--hostname", address.host, "--port", String(address.port)],
    environment: { ...environment, NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: "1" },
    output: mode === "production" ? "errors" : "all",
  });
  while (!(await answers(address))) {
    if (site.hasEnded()) throw new SetupError("The web server ended before it was ready; the reason stands above.");
    await sleep(50);
  }
  return site;
}

/** Any answer will do; what the page says is not for this to judge. */
async function answers({ url }: SiteAddress): Promise<boolean> {
  try {
    await fetch(`${url}/icon.svg`, { redirect: "manual" });
    return true;
  } catch {
    return false;
  }
}
