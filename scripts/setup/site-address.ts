import { SetupError } from "./setup-error";
import { isPortFree } from "./tcp-ports";

export interface SiteAddress {
  readonly host: string;
  readonly port: number;
  readonly url: string;
}

/**
 * Where the pages are served: PORT, by default 3000, on HOST, by default this machine only (there is no sign-in yet;
 * HOST=0.0.0.0 opens it to the network).
 */
export async function readSiteAddress(): Promise<SiteAddress> {
  const text = process.env["PORT"] || "3000";
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new SetupError(`PORT is "${text}"; it must be a number from 1 to 65535.`);
  }
  const host = process.env["HOST"] || "127.0.0.1";
  if (!(await isPortFree(port, host))) {
    throw new SetupError(
      `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`,
    );
  }
  const here = ["127.0.0.1", "0.0.0.0", "::", "::1", "localhost"].includes(host);
  return { host, port, url: `http://${here ? "localhost" : host}:${port}` };
}
