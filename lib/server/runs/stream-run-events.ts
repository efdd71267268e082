import type { RunEvent, RunEventName } from "../../schemas/run-event";
import type { Database } from "../database";
import type { TeamScope } from "../teams";
import { findRunState } from "./find-run";
import type { RunChanges } from "./run-changes";
import { Waker } from "./waker";

/** Well below the minute after which proxies close a silent connection. */
const heartbeatMilliseconds = 15_000;

/**
 * The run's server-sent events: its state now, then anew after each change, until it is done or failed. Since every event
 * carries the whole state, a client that reconnects has missed nothing.
 */
export function streamRunEvents(
  database: Database,
  changes: RunChanges,
  team: TeamScope,
  id: string,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const gone = new AbortController();
  const texts = writeEvents(followRun(database, changes, team, id, gone.signal));
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await texts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: () => gone.abort(),
  });
}

async function* writeEvents(states: AsyncIterable<RunEvent>): AsyncGenerator<string, undefined> {
  let last = "";
  let count = 0;
  for await (const state of states) {
    const data = JSON.stringify(state);
    if (data === last) yield ": still here\n\n";
    else yield `id: ${++count}\nevent: ${nameEvent(state)}\ndata: ${data}\n\n`;
    last = data;
  }
}

/**
 * The state now, after each change, and at each heartbeat, so that a lost notification delays an event but loses none.
 * Listens before it reads: a change between the two is read again.
 */
async function* followRun(
  database: Database,
  changes: RunChanges,
  team: TeamScope,
  id: string,
  signal: AbortSignal,
): AsyncGenerator<RunEvent> {
  const waker = new Waker();
  const unsubscribe = changes.subscribe(id, () => waker.wake());
  signal.addEventListener("abort", () => waker.wake());
  try {
    while (!signal.aborted) {
      const state = await findRunState(database, team, id);
      if (!state) return;
      yield state;
      if (nameEvent(state) !== "progress") return;
      await waker.sleep(heartbeatMilliseconds);
    }
  } finally {
    unsubscribe();
  }
}

function nameEvent({ status }: RunEvent): RunEventName {
  return status === "done" || status === "failed" ? status : "progress";
}
