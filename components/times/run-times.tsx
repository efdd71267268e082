"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useSaveRunTimes } from "@/components/queries/save-run-times";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import type { OwnTimes } from "@/lib/domain/scoring/time-model";
import type { TimeConstantRows } from "@/lib/schemas/time-model";
import { TimesForm } from "./times-form";

/** The constants behind a run's minutes, each with a field: what is saved here counts for this run alone. */
export function RunTimes({
  runId,
  groups,
  own,
  kept,
  ofTeam,
}: {
  runId: string;
  /** The constants that this run counts with. */
  groups: readonly TimeConstantRows[];
  own: OwnTimes;
  /** The team's figures as they stood when the run was made. */
  kept: OwnTimes;
  /** The team's figures of now. */
  ofTeam: OwnTimes;
}) {
  const router = useRouter();
  const { mutateAsync, isPending, error } = useSaveRunTimes(runId);
  const send = async (timeModel: OwnTimes, takeTeamTimes: boolean) => {
    await mutateAsync({ timeModel, takeTeamTimes });
    router.refresh();
  };
  return (
    <div className="mt-2 print-hidden">
      <Disclosure summary="Change the figures behind these minutes">
        <p className="mb-3 max-w-[75ch] text-soft">
          What is saved here counts for this run alone: its minutes are computed again from the stored trials, and
          whoever reads it sees which figures were set. Figures for all new runs are{" "}
          <Link href="/settings/times" className="text-link">
            the team&apos;s
          </Link>
          .
        </p>
        {!isSame(kept, ofTeam) && (
          <p className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-1">
            The team has set other figures since this run was made.
            <Button disabled={isPending} onClick={() => send(own, true).catch(() => {})}>
              Count with the team&apos;s figures of now
            </Button>
          </p>
        )}
        {error && (
          <p role="alert" className="text-denied">
            {error.message}
          </p>
        )}
        <TimesForm
          groups={groups}
          own={own}
          teamTimes={kept}
          save={(timeModel) => send(timeModel, false)}
          saved="Saved. The minutes of this run were computed again."
        />
      </Disclosure>
    </div>
  );
}

function isSame(a: OwnTimes, b: OwnTimes): boolean {
  const sorted = (times: OwnTimes) => JSON.stringify(Object.entries(times).toSorted());
  return sorted(a) === sorted(b);
}
