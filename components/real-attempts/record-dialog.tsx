"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useRecordAttempt } from "@/components/queries/record-attempt";
import { RequestFailed } from "@/components/queries/request-json";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SelectField, TextAreaField, TextField } from "@/components/ui/field";
import { type AttemptDraft, emptyDraft, endings, listStates, toRequest } from "./attempt-draft";
import { LogPreview } from "./log-preview";
import { WorkflowHint } from "./workflow-hint";

interface RecordedCandidate {
  readonly runId: string;
  /** Its name. */
  readonly candidate: string;
  /** How many its trial made. */
  readonly fixes: number;
}

/** Records what really happened when a candidate's policies were deployed. */
export function RecordDialog({ title, ...recorded }: RecordedCandidate & { title: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)} aria-label={`Record a real attempt with ${title}`} className="print-hidden">
        Record a real attempt
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={`A real attempt: ${title}`} wide>
        <p className="text-soft">
          What happened when you deployed with these policies: one deployment is one attempt. Say in which state they
          were, as proposed or with fixes of the trial, and the refusals stand beside those predicted for just that.
        </p>
        <RecordForm {...recorded} onDone={() => setOpen(false)} />
        <WorkflowHint runId={recorded.runId} candidate={recorded.candidate} />
      </Dialog>
    </>
  );
}

function RecordForm({ runId, candidate, fixes, onDone }: RecordedCandidate & { onDone: () => void }) {
  const router = useRouter();
  const record = useRecordAttempt(runId);
  const [draft, setDraft] = useState<AttemptDraft>(emptyDraft);
  const request = toRequest(draft, candidate);
  const problemOf = problemsByField(record.error);
  const change = (field: keyof AttemptDraft) => (event: { target: { value: string } }) =>
    setDraft({ ...draft, [field]: event.target.value });
  const submit = () => {
    if (!request) return;
    record.mutate(request, {
      onSuccess: () => {
        router.refresh();
        onDone();
      },
    });
  };
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextAreaField
        label="Log, if you have it"
        hint="Of GitHub Actions, sam deploy, or aws cloudformation describe-stack-events. Kept as it is for your team; readers of a shared link do not see it."
        rows={7}
        value={draft.log}
        onChange={change("log")}
        problem={problemOf("log")}
      />
      <LogPreview log={draft.log} />
      <div className="grid gap-3 sm:grid-cols-2">
        <SelectField
          label="Policies deployed"
          value={draft.policies}
          onChange={change("policies")}
          problem={problemOf("policies")}
        >
          <option value="">Not said</option>
          {listStates(fixes).map(({ value, title }) => (
            <option key={value} value={value}>
              {title.charAt(0).toUpperCase() + title.slice(1)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label="How it ended"
          value={draft.ending}
          onChange={change("ending")}
          problem={problemOf("outcome") ?? problemOf("phase")}
        >
          <option value="">{draft.log.trim() === "" ? "Choose" : "As the log says"}</option>
          {endings.map(({ value, title }) => (
            <option key={value} value={value}>
              {title.charAt(0).toUpperCase() + title.slice(1)}
            </option>
          ))}
        </SelectField>
        <TextField
          label="Minutes"
          inputMode="decimal"
          hint="From start to end; left empty, as the log says."
          value={draft.minutes}
          onChange={change("minutes")}
          problem={request ? problemOf("minutes") : "Write minutes as a number, as in 4.5."}
        />
        <TextField
          label="Began at"
          type="datetime-local"
          hint="In your time zone; left empty, as the log says, or now."
          value={draft.startedAt}
          onChange={change("startedAt")}
          problem={problemOf("startedAt")}
        />
      </div>
      <TextField label="Note" value={draft.note} onChange={change("note")} problem={problemOf("note")} />
      {record.error && <p role="alert">{record.error.message}</p>}
      <div>
        <Button
          look="primary"
          type="submit"
          disabled={!request || record.isPending || (draft.ending === "" && draft.log.trim() === "")}
        >
          Record the attempt
        </Button>
      </div>
    </form>
  );
}

function problemsByField(error: Error | null): (field: string) => string | undefined {
  const problems = error instanceof RequestFailed ? (error.error.problems ?? []) : [];
  return (field) => problems.find((problem) => problem.field === field)?.message;
}
