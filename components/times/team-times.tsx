"use client";

import { useSaveTeamTimes } from "@/components/queries/save-team-times";
import type { OwnTimes } from "@/lib/domain/scoring/time-model";
import type { TimeConstantRows } from "@/lib/schemas/time-model";
import { TimesForm } from "./times-form";

/** The team's own figures; they count in the runs that are made from now on. */
export function TeamTimes({ groups, own }: { groups: readonly TimeConstantRows[]; own: OwnTimes }) {
  const { mutateAsync } = useSaveTeamTimes();
  return (
    <TimesForm
      groups={groups}
      own={own}
      showReasons
      save={mutateAsync}
      saved="Saved. New runs count with these figures; stored runs keep theirs."
    />
  );
}
