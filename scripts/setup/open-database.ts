import pg from "pg";
import { startEmbeddedPostgres } from "./embedded-postgres";
import { SetupError } from "./setup-error";
import type { Child } from "./start-child";

export interface OpenDatabase {
  readonly url: string;
  /** The embedded server's process; null where DATABASE_URL names a database that others look after. */
  readonly server: Child | null;
}

/** The database that DATABASE_URL names, or an embedded one that keeps its data in `dataFolder`. */
export async function openDatabase(dataFolder: string): Promise<OpenDatabase> {
  const url = process.env["DATABASE_URL"];
  if (!url) return startEmbeddedPostgres(dataFolder);
  await assertReachable(url);
  return { url, server: null };
}

async function assertReachable(url: string): Promise<void> {
  if (!URL.canParse(url)) {
    throw new SetupError(
      "DATABASE_URL is not an address; it should look like postgresql://user:password@host:5432/database.",
    );
  }
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    await client.end();
  } catch (error) {
    const { hostname, port, pathname } = new URL(url);
    throw new SetupError(
      `The database ${pathname.slice(1)} at ${hostname}:${port || 5432}, which DATABASE_URL names, cannot be reached: ${messageOf(error)}. Check the address and that the server runs, or unset DATABASE_URL to use the embedded one.`,
    );
  }
}

/** A refused connection to a name with several addresses carries its message in parts. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join(", ");
  return error instanceof Error ? error.message : String(error);
}
