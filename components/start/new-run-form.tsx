"use client";

import type { ReactNode } from "react";
import type { Sample } from "@/lib/schemas/sample";
import type { KnownConstants } from "./carried-fields";
import { draftOfSample } from "./draft";
import { DraftForm } from "./draft-form";
import { DropArea } from "./drop-area";
import { SampleList } from "./sample-list";
import { useDraft } from "./use-draft";

/** From a template to a run: choose it, see at once what is wrong with it, say where it goes, run. */
export function NewRunForm({
  samples,
  constants,
  intro,
  picture,
}: {
  samples: readonly Sample[];
  /** Of the time model, by which a run that is run again has figures of its own. */
  constants: KnownConstants;
  intro: ReactNode;
  /** What will come out, shown while no template is chosen. */
  picture: ReactNode;
}) {
  const { draft, setDraft, fault } = useDraft();
  if (draft.templateText !== "")
    return <DraftForm draft={draft} samples={samples} constants={constants} onChange={setDraft} />;
  return (
    <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
      <div className="flex min-w-0 flex-col gap-6">
        {intro}
        {fault && <p role="alert">{fault}</p>}
        <DropArea onTemplate={(templateText, fileName) => setDraft({ ...draft, templateText, fileName })} />
        <SampleList samples={samples} onPick={(sample) => setDraft(draftOfSample(sample))} />
      </div>
      <div className="min-w-0">{picture}</div>
    </div>
  );
}
