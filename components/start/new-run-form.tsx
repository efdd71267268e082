"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { CodeEditor } from "@/components/editor/code-editor";
import { ProblemList } from "@/components/problems/problem-list";
import { useCreateRun } from "@/components/queries/create-run";
import { useInspectNow, useTemplateInspection } from "@/components/queries/inspect-template";
import { RequestFailed } from "@/components/queries/request-json";
import { Button } from "@/components/ui/button";
import { countOf } from "@/components/ui/format-figure";
import { newRunSchema } from "@/lib/schemas/new-run";
import type { FieldProblem } from "@/lib/schemas/problem";
import type { Sample } from "@/lib/schemas/sample";
import type { TemplateInspection } from "@/lib/schemas/template-inspection";
import { DeployFields } from "./deploy-fields";
import { type Draft, draftOfSample, emptyDraft, requestOf } from "./draft";
import { DropArea } from "./drop-area";
import { ParameterFields } from "./parameter-fields";
import { PastedFields } from "./pasted-fields";
import { SampleList } from "./sample-list";
import { TargetFields } from "./target-fields";
import { TemplateSummary } from "./template-summary";
import { useDraft } from "./use-draft";
import { useSettled } from "./use-settled";

/** From a template to a run: choose it, see at once what is wrong with it, say where it goes, run. */
export function NewRunForm({
  samples,
  intro,
  picture,
}: {
  samples: readonly Sample[];
  intro: ReactNode;
  /** What will come out, shown while no template is chosen. */
  picture: ReactNode;
}) {
  const router = useRouter();
  const { draft, setDraft, fault } = useDraft();
  const [refused, setRefused] = useState<readonly FieldProblem[]>([]);
  const [line, setLine] = useState<number>();
  const create = useCreateRun();
  const settled = useSettled(draft.templateText);
  const inspectionOf = (text: string) => ({ text, ...(draft.fileName ? { fileName: draft.fileName } : {}) });
  const inspection = useTemplateInspection(inspectionOf(settled));
  const inspectNow = useInspectNow();
  const found = draft.templateText.trim() === "" ? undefined : inspection.data;
  const problems = [...(found?.problems ?? []), ...refused.filter(({ field }) => field === "templateText" && !found)];
  const change = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part });
    setRefused([]);
    create.reset();
  };

  const submit = async () => {
    const known = await inspectNow(inspectionOf(draft.templateText)).catch(() => null);
    if (!known) return;
    const request = newRunSchema.safeParse(requestOf(draft, known.suggestedStackName));
    if (!request.success) return setRefused(request.error.issues.map(problemOfIssue));
    setRefused([]);
    create.mutate(request.data, {
      onSuccess: ({ id }) => router.push(`/runs/${id}`),
      onError: (fault) => setRefused(fault instanceof RequestFailed ? (fault.error.problems ?? []) : []),
    });
  };

  if (draft.templateText === "") {
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

  const problemAt = (field: string) => refused.find((problem) => problem.field === field)?.message;
  const unplaced = refused.filter(
    ({ field }) => !field || (field === "templateText" ? !found : !hasField(field, found)),
  );
  return (
    <form
      noValidate
      className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <section aria-label="Template" className="flex min-w-0 flex-col gap-3">
        <div className="flex flex-wrap items-baseline gap-x-5 gap-y-1">
          <h1 className="grow text-title font-strong break-arn">{draft.fileName ?? "Pasted template"}</h1>
          <Button look="plain" onClick={() => change(emptyDraft)}>
            Choose another template
          </Button>
        </div>
        <div aria-live="polite">
          {inspection.error && <p role="alert">{inspection.error.message}</p>}
          {problems.length > 0 && <ProblemList problems={problems} onLine={setLine} />}
          {found && problems.length === 0 && (
            <p className="text-soft">{countOf(found.resourceCount, "resource")}, no problem found.</p>
          )}
        </div>
        <CodeEditor
          value={draft.templateText}
          language={draft.templateText.trimStart().startsWith("{") ? "json" : "yaml"}
          label="Template"
          onChange={(templateText) => templateText !== draft.templateText && change({ templateText })}
          problems={problems}
          line={line}
        />
      </section>
      <div className="flex min-w-0 flex-col gap-6">
        {found && <TemplateSummary inspection={found} />}
        <TargetFields
          draft={draft}
          suggestedStackName={found?.suggestedStackName ?? ""}
          sample={samples.find(({ templateText }) => templateText === draft.templateText)}
          onChange={change}
          problemAt={problemAt}
        />
        {found && (
          <ParameterFields parameters={found.parameters} draft={draft} onChange={change} problemAt={problemAt} />
        )}
        <div className="flex flex-col">
          <DeployFields settings={draft.settings} onChange={(settings) => change({ settings })} />
          <PastedFields
            draft={draft}
            nestedPaths={found?.nestedTemplatePaths ?? []}
            onChange={change}
            problemAt={problemAt}
          />
        </div>
        <div className="sticky bottom-0 flex flex-col gap-2 border-t border-line bg-paper py-3">
          <div role="alert" className="flex flex-col gap-1">
            {create.error && refused.length === 0 && <p>{create.error.message}</p>}
            {unplaced.map((problem) => (
              <p key={`${problem.field} ${problem.message}`}>{problem.message}</p>
            ))}
            {refused.length > unplaced.length && (
              <p>{countOf(refused.length - unplaced.length, "field")} above must be put right before this can run.</p>
            )}
          </div>
          <Button look="primary" type="submit" className="h-10" disabled={create.isPending || create.isSuccess}>
            {create.isPending || create.isSuccess ? "Starting the run" : "Run the comparison"}
          </Button>
        </div>
      </div>
    </form>
  );
}

function problemOfIssue(issue: { readonly path: readonly PropertyKey[]; readonly message: string }): FieldProblem {
  return { code: "invalid-field", severity: "error", message: issue.message, field: issue.path.map(String).join(".") };
}

/** Whether a field of the form shows problems of this path itself. */
function hasField(field: string, inspection: TemplateInspection | undefined): boolean {
  if (field.startsWith("parameters.")) {
    return inspection?.parameters.some(({ name }) => `parameters.${name}` === field) ?? false;
  }
  return (
    ["stackName", "region", "account", "currentPolicy", "llmReply"].includes(field) ||
    field.startsWith("nestedTemplates.")
  );
}
