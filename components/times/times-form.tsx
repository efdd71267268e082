"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { TimeConstantId } from "@/lib/domain/scoring/time-constants/time-constant";
import type { OwnTimes } from "@/lib/domain/scoring/time-model";
import type { TimeConstantRows } from "@/lib/schemas/time-model";
import { readTimes, type TimeTexts, writeTimes } from "./read-times";
import { TimesTable } from "./times-table";

/** The constants with a field for an own figure each; an empty field counts with what stands beside it. */
export function TimesForm({
  groups,
  own,
  teamTimes,
  showReasons = false,
  save,
  saved,
}: {
  groups: readonly TimeConstantRows[];
  own: OwnTimes;
  /** The team's figures, where they count beneath these. */
  teamTimes?: OwnTimes;
  showReasons?: boolean;
  save: (times: OwnTimes) => Promise<unknown>;
  /** What holds now, once the figures are stored. */
  saved: string;
}) {
  const [texts, setTexts] = useState<TimeTexts>(writeTimes(own));
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [said, setSaid] = useState<{ readonly text: string; readonly isFault: boolean } | null>(null);
  const [isSaving, setIsSaving] = useState(false);

  const change = (id: TimeConstantId, text: string) => {
    setTexts({ ...texts, [id]: text });
    setSaid(null);
  };

  const submit = async () => {
    const read = readTimes(texts);
    setProblems(read.problems);
    if (!read.times) return setSaid({ text: "Nothing was saved; see what is wrong above.", isFault: true });
    setIsSaving(true);
    try {
      await save(read.times);
      setSaid({ text: saved, isFault: false });
    } catch (fault) {
      setSaid({ text: fault instanceof Error ? fault.message : String(fault), isFault: true });
    } finally {
      setIsSaving(false);
    }
  };

  const hasOwn = Object.values(texts).some((text) => text.trim() !== "");
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TimesTable
        groups={groups}
        teamTimes={teamTimes ?? {}}
        texts={texts}
        problems={problems}
        showReasons={showReasons}
        onChange={change}
      />
      <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" look="primary" disabled={isSaving}>
          Save the figures
        </Button>
        <Button
          disabled={!hasOwn}
          onClick={() => {
            setTexts({});
            setProblems({});
            setSaid({ text: "All fields are empty; save to count without own figures again.", isFault: false });
          }}
        >
          Empty all fields
        </Button>
        <p role={said?.isFault ? "alert" : "status"} className={said?.isFault ? "text-denied" : "text-soft"}>
          {said?.text}
        </p>
      </div>
    </form>
  );
}
