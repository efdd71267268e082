"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useUploadHistory } from "@/components/queries/upload-history";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { FileDrop } from "@/components/ui/file-drop";

/** Takes a template's history in one of three forms, and asks which template where a repository holds several. */
export function HistoryUpload({ runId, isFirst }: { runId: string; isFirst: boolean }) {
  const router = useRouter();
  const upload = useUploadHistory(runId);
  const [file, setFile] = useState<File | null>(null);
  const [template, setTemplate] = useState("");

  const send = (chosen: File, path: string | null) => {
    setFile(chosen);
    const onSuccess = (answer: Awaited<ReturnType<typeof upload.mutateAsync>>) => {
      if ("templates" in answer) setTemplate(answer.templates[0] ?? "");
      else router.refresh();
    };
    upload.mutate({ file: chosen, template: path }, { onSuccess });
  };

  const templates = upload.data && "templates" in upload.data ? upload.data.templates : null;
  return (
    <section aria-labelledby="give-history" className="print-hidden max-w-[90ch]">
      <h3 id="give-history" className="text-title font-strong">
        {isFirst ? "Replay your template's history" : "Replay another history"}
      </h3>
      {isFirst && (
        <p className="pt-1 pb-3 text-soft">
          Every version of the template that was ever committed, deployed in turn with the roles of this run: which
          deployments would have failed, and why. Give it in one of three forms.
        </p>
      )}
      <FileDrop
        label="Choose a history"
        hint="a git bundle, an exported history or a zip archive; or drop it here"
        accept=".bundle,.json,.zip"
        busy={upload.isPending}
        onFiles={([chosen]) => chosen && send(chosen, null)}
      />
      {upload.error && (
        <p role="alert" className="pt-2">
          {upload.error.message}
        </p>
      )}
      {file && templates && (
        <form
          className="flex flex-wrap items-end gap-3 pt-3"
          onSubmit={(event) => {
            event.preventDefault();
            send(file, template);
          }}
        >
          <SelectField
            label="Which of its templates?"
            value={template}
            onChange={(event) => setTemplate(event.target.value)}
          >
            {templates.map((path) => (
              <option key={path}>{path}</option>
            ))}
          </SelectField>
          <Button look="primary" type="submit" className="h-9">
            Replay its history
          </Button>
        </form>
      )}
      <dl className="grid gap-x-6 gap-y-2 pt-4 text-small text-soft sm:grid-cols-[10rem_minmax(0,1fr)]">
        <dt className="text-ink">The versions alone</dt>
        <dd>
          <Command>npm run --silent tightrope -- history REPOSITORY template.yaml --export history.json</Command>
          writes commits, dates, subjects and the template&apos;s text, and nothing else of the repository.
        </dd>
        <dt className="text-ink">A git bundle</dt>
        <dd>
          <Command>git bundle create history.bundle HEAD</Command>
          holds the whole repository; only the template&apos;s versions on the main line are kept here.
        </dd>
        <dt className="text-ink">A zip archive</dt>
        <dd>one file a version, in the order of their names: v1.yaml, v2.yaml, v10.yaml.</dd>
      </dl>
    </section>
  );
}

function Command({ children }: { children: string }) {
  return <code className="block w-fit max-w-full bg-wash px-2 py-0.5 break-arn text-ink">{children}</code>;
}
