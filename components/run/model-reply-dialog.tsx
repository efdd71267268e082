"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { usePrompts } from "@/components/queries/prompts";
import { useSendLlmReply } from "@/components/queries/send-llm-reply";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { TextAreaField } from "@/components/ui/field";

/** Where there is no recorded answer: the prompts to copy into a model, and a place for its reply. */
export function ModelReplyDialog({ runId }: { runId: string }) {
  const [open, setOpen] = useState(false);
  const [reply, setReply] = useState("");
  return (
    <>
      <Button look="plain" onClick={() => setOpen(true)}>
        Copy the prompt, paste the reply
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Ask a model of your choice" wide>
        <PromptList runId={runId} />
        <ReplyForm runId={runId} reply={reply} onChange={setReply} />
      </Dialog>
    </>
  );
}

function PromptList({ runId }: { runId: string }) {
  const { data, error } = usePrompts(runId);
  if (error) return <p role="alert">{error.message}</p>;
  if (!data) return <p className="text-soft">Writing the prompts</p>;
  return (
    <div>
      <p className="text-soft">
        Copy them one after the other into one conversation. The last reply that holds a policy counts.
      </p>
      <ol className="mt-2">
        {data.prompts.map(({ turn, title, text }, index) => (
          <li key={turn} className="flex items-baseline gap-3 border-b border-line py-1.5">
            <span className="figures text-soft">{index + 1}</span>
            <details className="min-w-0 grow">
              <summary className="caret">{title}</summary>
              <pre className="mt-1 max-h-64 overflow-auto bg-wash p-2 text-small whitespace-pre-wrap wrap-anywhere">
                {text}
              </pre>
            </details>
            <CopyButton text={text}>Copy the prompt</CopyButton>
          </li>
        ))}
      </ol>
    </div>
  );
}

function ReplyForm({ runId, reply, onChange }: { runId: string; reply: string; onChange: (reply: string) => void }) {
  const router = useRouter();
  const send = useSendLlmReply(runId);
  const submit = () => send.mutate({ reply }, { onSuccess: ({ id }) => router.push(`/runs/${id}`) });
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextAreaField
        label="The model's reply"
        hint="As it is; the policy is found in it. This makes a new run of the same template with the reply."
        rows={10}
        value={reply}
        onChange={(event) => onChange(event.target.value)}
        problem={send.error?.message}
      />
      <div>
        <Button look="primary" type="submit" disabled={send.isPending || send.isSuccess || reply.trim() === ""}>
          Run with this reply
        </Button>
      </div>
    </form>
  );
}
