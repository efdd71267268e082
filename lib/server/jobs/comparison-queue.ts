import "server-only";
import { fromPrisma, type Job, PgBoss } from "pg-boss";
import { z } from "zod";
import type { Queries } from "../database";

const queueName = "compare-run";
const abandonedQueueName = "compare-run-abandoned";

const comparisonJobSchema = z.object({ runId: z.uuid(), teamId: z.uuid() });
export type ComparisonJob = z.infer<typeof comparisonJobSchema>;

/** What each side of the queue is handed. Handlers must be idempotent: a job is given out again when its worker dies. */
export interface ComparisonWork {
  compare(job: ComparisonJob, signal: AbortSignal): Promise<void>;
  /** For a job that has failed or lost its worker too often. */
  abandon(job: ComparisonJob): Promise<void>;
}

/** The queue of runs to compare, in PostgreSQL, so that a job is stored in the transaction that stores its run. */
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
    await boss.createQueue(abandonedQueueName, { notify: true });
    await boss.createQueue(queueName, {
      notify: true,
      heartbeatSeconds: 10,
      expireInSeconds: 3600,
      retryLimit: 5,
      deadLetter: abandonedQueueName,
    });
    return new ComparisonQueue(boss);
  }

  async send(queries: Queries, job: ComparisonJob): Promise<void> {
    await this.boss.send(queueName, job, { db: fromPrisma(queries) });
  }

  /** Gives each job to the work, one at a time, from now on. */
  async work(work: ComparisonWork): Promise<void> {
    await this.boss.work(queueName, { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 2 }, (jobs) =>
      each(jobs, (job) => work.compare(comparisonJobSchema.parse(job.data), job.signal)),
    );
    await this.boss.work(abandonedQueueName, { notifyPollingIntervalSeconds: 5 }, (jobs) =>
      each(jobs, (job) => work.abandon(comparisonJobSchema.parse(job.data))),
    );
  }

  /** Lets the job in hand end for as long as given; then it goes back to the queue. */
  async close(milliseconds: number): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: milliseconds });
  }
}

async function each(jobs: readonly Job<unknown>[], work: (job: Job<unknown>) => Promise<void>): Promise<void> {
  for (const job of jobs) await work(job);
}
