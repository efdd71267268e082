"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { type RunEvent, runEventNames, runEventSchema } from "@/lib/schemas/run-event";
import { StageList } from "./stage-list";

/** Follows a run that works: the stages fill as events come, and the page is drawn anew with what they brought. */
export function LiveProgress({ initial }: { initial: RunEvent }) {
  const router = useRouter();
  const [state, setState] = useState(initial);
  const [lost, setLost] = useState(false);

  useEffect(() => {
    const source = new EventSource(`/api/runs/${initial.id}/events`);
    const receive = (event: MessageEvent<string>) => {
      const next = runEventSchema.parse(JSON.parse(event.data));
      setLost(false);
      setState(next);
      router.refresh();
      if (next.status === "done" || next.status === "failed") source.close();
    };
    for (const name of runEventNames) source.addEventListener(name, receive);
    source.onerror = () => setLost(true);
    return () => source.close();
  }, [initial.id, router]);

  return (
    <section aria-label="Progress" className="my-6">
      <p role="status" className="text-soft">
        {describeStatus(state)}
        {lost &&
          " The connection to the server is interrupted. It is taken up again by itself; what is done so far is stored."}
      </p>
      <StageList stages={state.stages} />
    </section>
  );
}

function describeStatus({ status, stages }: RunEvent): string {
  const done = stages.filter((stage) => stage.status === "done").length;
  if (status === "queued") return "Waiting for a worker; the run is stored and starts by itself.";
  if (status === "running") return `Running: ${done} of ${stages.length} stages are done.`;
  return status === "done" ? "Done." : "Stopped.";
}
