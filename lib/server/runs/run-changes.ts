import "server-only";
import pg from "pg";
import type { Queries } from "../database";

const channel = "run_changes";

/** Tells every listening process that the run has changed; sent when the transaction commits, and only then. */
export async function announceRun(queries: Queries, runId: string): Promise<void> {
  await queries.$executeRaw`SELECT pg_notify(${channel}, ${runId})`;
}

/**
 * One connection of this process that listens for changed runs. Notifications sent while it is down are lost, so that on
 * each reconnection every listener is called once.
 */
export class RunChanges {
  private readonly listeners = new Map<string, Set<() => void>>();
  private connection: Promise<void> | null = null;
  private client: pg.Client | null = null;
  private retry: NodeJS.Timeout | null = null;

  constructor(private readonly databaseUrl: string) {}

  /** Calls back on each change of the run until the returned function is called. */
  subscribe(runId: string, onChange: () => void): () => void {
    const ofRun = this.listeners.get(runId) ?? new Set();
    ofRun.add(onChange);
    this.listeners.set(runId, ofRun);
    this.connection ??= this.connect();
    return () => {
      ofRun.delete(onChange);
      if (ofRun.size === 0) this.listeners.delete(runId);
    };
  }

  async close(): Promise<void> {
    if (this.retry) clearTimeout(this.retry);
    this.listeners.clear();
    await this.connection;
    await this.client?.end();
    this.client = null;
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.databaseUrl, keepAlive: true });
    client.on("notification", ({ payload }) => this.call(this.listeners.get(payload ?? "")));
    client.on("error", () => this.reconnect(client));
    client.on("end", () => this.reconnect(client));
    this.client = client;
    try {
      await client.connect();
      await client.query(`LISTEN ${channel}`);
      for (const ofRun of this.listeners.values()) this.call(ofRun);
    } catch {
      this.reconnect(client);
    }
  }

  private reconnect(failed: pg.Client): void {
    if (this.client !== failed) return;
    this.client = null;
    this.connection = null;
    if (this.listeners.size === 0) return;
    this.retry = setTimeout(() => {
      this.connection ??= this.connect();
    }, 1000);
    this.retry.unref();
  }

  private call(ofRun: ReadonlySet<() => void> | undefined): void {
    for (const onChange of ofRun ?? []) onChange();
  }
}
