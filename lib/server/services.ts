import "server-only";
import { type Database, openDatabase } from "./database";
import { env } from "./env";
import { HistoryReader } from "./histories/history-reader";
import { ComparisonQueue } from "./jobs/comparison-queue";
import { LogReader } from "./real-attempts/log-reader";
import { RunChanges } from "./runs/run-changes";
import { TemplateReader } from "./templates/template-reader";

/** What the web server's request handlers share, opened when first needed. */
interface Services {
  readonly database: Database;
  readonly changes: RunChanges;
  readonly reader: TemplateReader;
  readonly logReader: LogReader;
  readonly historyReader: HistoryReader;
  queue(): Promise<ComparisonQueue>;
}

// Kept across the module reloads of Next's development server.
declare global {
  var tightropeServices: Services | undefined;
}

export function services(): Services {
  globalThis.tightropeServices ??= openServices();
  return globalThis.tightropeServices;
}

function openServices(): Services {
  let queue: Promise<ComparisonQueue> | null = null;
  return {
    database: openDatabase(env().DATABASE_URL, { maxConnections: 10 }),
    changes: new RunChanges(env().DATABASE_URL),
    reader: new TemplateReader(),
    logReader: new LogReader(),
    historyReader: new HistoryReader(),
    queue: () => {
      queue ??= ComparisonQueue.openForSending(env().DATABASE_URL).catch((fault) => {
        queue = null;
        throw fault;
      });
      return queue;
    },
  };
}
