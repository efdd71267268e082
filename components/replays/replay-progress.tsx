"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useReplayStates } from "@/components/queries/replay-states";

/** Follows versions that are being tried: the page is drawn anew with each that is through. */
export function ReplayProgress({ runId, replayId }: { runId: string; replayId: string }) {
  const router = useRouter();
  const { data, error } = useReplayStates(runId);
  const state = data?.replays.find(({ id }) => id === replayId);
  const [tried, versions] = [state?.tried ?? 0, state?.versions ?? 0];
  const status = state?.status ?? "queued";

  const shown = useRef("queued 0");
  const known = `${status} ${tried}`;

  useEffect(() => {
    if (shown.current === known) return;
    shown.current = known;
    router.refresh();
  }, [known, router]);

  return (
    <div role="status" className="my-2 max-w-[40ch] text-small text-soft">
      <p>
        {error
          ? `${error.message} The versions are tried all the same.`
          : status === "queued"
            ? "Waiting for a worker; the versions are stored and are tried by themselves."
            : `Tried ${tried} of ${versions} versions`}
      </p>
      {versions > 0 && <progress className="h-1 w-full" value={tried} max={versions} aria-label="Versions tried" />}
    </div>
  );
}
