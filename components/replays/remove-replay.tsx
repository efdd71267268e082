"use client";

import { useRouter } from "next/navigation";
import { useRemoveReplay } from "@/components/queries/remove-replay";
import { Button } from "@/components/ui/button";

/** Takes versions away again; they can be given anew. */
export function RemoveReplay({ runId, replayId, what }: { runId: string; replayId: string; what: string }) {
  const router = useRouter();
  const remove = useRemoveReplay(runId, replayId);
  return (
    <>
      <Button
        look="plain"
        className="text-small print-hidden"
        disabled={remove.isPending || remove.isSuccess}
        onClick={() => remove.mutate(undefined, { onSuccess: () => router.refresh() })}
      >
        Remove <span className="sr-only">{what}</span>
      </Button>
      {remove.error && <span role="alert">{remove.error.message}</span>}
    </>
  );
}
