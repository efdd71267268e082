"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useDeleteAttempt } from "@/components/queries/delete-attempt";
import { Button } from "@/components/ui/button";

/** Asks once more before an attempt and its log are gone. */
export function DeleteAttempt({ id, number }: { id: string; number: number }) {
  const router = useRouter();
  const [asked, setAsked] = useState(false);
  const remove = useDeleteAttempt();
  if (!asked) {
    return (
      <Button look="plain" aria-label={`Delete attempt ${number}`} onClick={() => setAsked(true)}>
        Delete
      </Button>
    );
  }
  return (
    <span className="flex flex-wrap items-center gap-3">
      <Button
        autoFocus
        disabled={remove.isPending || remove.isSuccess}
        onClick={() => remove.mutate(id, { onSuccess: () => router.refresh() })}
      >
        Delete attempt {number} and its log
      </Button>
      <Button look="plain" onClick={() => setAsked(false)}>
        Keep
      </Button>
      {remove.error && <span role="alert">{remove.error.message}</span>}
    </span>
  );
}
