import "server-only";
import { fromPrisma, type Job, PgBoss } from "pg-boss";
import { z } from "zod";
import type { Queries } from "../database";

/** Each with the queue for jobs that have failed or lost their worker too often. */
const runs = { name: "compare-run", abandoned: "compare-run-abandoned" };
const histories = { name: "replay-history", abandoned: "replay-history-abandoned" };

const comparisonJobSchema = z.object({ runId: z.uuid(), teamId: z.uuid() });
export type ComparisonJob = z.infer<typeof comparisonJobSchema>;

const historyJobSchema = comparisonJobSchema.extend({ replayId: z.uuid() });
export type HistoryJob = z.infer<typeof historyJobSchema>;

/** What each side of the queues is handed. Handlers must be idempotent: a job is given out again when its worker dies. */
export interface ComparisonWork {
  /** Seconds of work. */
  compare(job: ComparisonJob, signal: AbortSignal): Promise<void>;
  /** Minutes of work, which goes on beside comparisons. */
  replayHistory(job: HistoryJob, signal: AbortSignal): Promise<void>;
  abandon(job: ComparisonJob): Promise<void>;
  abandonHistory(job: HistoryJob): Promise<void>;
}

/**
 * The queue of runs to compare, in PostgreSQL, so that a job is stored in the transaction that stores its run; and beside it
 * that of histories, which are long, so that no run waits for one.
 */
export class ComparisonQueue {
  private constructor(private readonly boss: PgBoss) {}

  /** For a process that only sends. */
  static async openForSending(databaseUrl: string): Promise<ComparisonQueue> {
    return ComparisonQueue.open(databaseUrl, { supervise: false, schedule: false, max: 2 });
  }

  /** For a worker: it also watches for jobs whose worker has gone silent. */
  static async openForWorking(databaseUrl: string): Promise<ComparisonQueue> {
    return ComparisonQueue.open(databaseUrl, {
      schedule: false,
      superviseIntervalSeconds: 2,
      monitorIntervalSeconds: 2,
      useListenNotify: true,
      max: 4,
    });
  }

  private static async open(
    connectionString: string,
    options: ConstructorParameters<typeof PgBoss>[0] & object,
  ): Promise<ComparisonQueue> {
    const boss = new PgBoss({ connectionString, registerInstance: false, ...options });
    boss.on("error", (fault) => console.error("queue:", fault.message));
    await boss.start();
    for (const { name, abandoned } of [runs, histories]) {
      await boss.createQueue(abandoned, { notify: true });
      await boss.createQueue(name, {
        notify: true,
        heartbeatSeconds: 10,
        expireInSeconds: 3600,
        retryLimit: 5,
        deadLetter: abandoned,
      });
    }
    return new ComparisonQueue(boss);
  }

  async send(queries: Queries, job: ComparisonJob): Promise<void> {
    await this.boss.send(runs.name, job, { db: fromPrisma(queries) });
  }

  /** A history has one job, however often it is sent. */
  async sendHistory(job: HistoryJob): Promise<void> {
    await this.boss.send(histories.name, job, { id: job.replayId });
  }

  /** Gives each job to the work, one at a time of each queue, from now on. */
  async work(work: ComparisonWork): Promise<void> {
    const often = { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 2 };
    const seldom = { notifyPollingIntervalSeconds: 5 };
    await this.boss.work(runs.name, often, (jobs) =>
      each(jobs, (job) => work.compare(comparisonJobSchema.parse(job.data), job.signal)),
    );
    await this.boss.work(histories.name, often, (jobs) =>
      each(jobs, (job) => work.replayHistory(historyJobSchema.parse(job.data), job.signal)),
    );
    await this.boss.work(runs.abandoned, seldom, (jobs) =>
      each(jobs, (job) => work.abandon(comparisonJobSchema.parse(job.data))),
    );
    await this.boss.work(histories.abandoned, seldom, (jobs) =>
      each(jobs, (job) => work.abandonHistory(historyJobSchema.parse(job.data))),
    );
  }

  /** Lets the jobs in hand end for as long as given; then they go back to their queues. */
  async close(milliseconds: number): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: milliseconds });
  }
}

async function each(jobs: readonly Job<unknown>[], work: (job: Job<unknown>) => Promise<void>): Promise<void> {
  for (const job of jobs) await work(job);
}
