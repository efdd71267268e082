import { useEffect, useRef, useState } from "react";
import { CodeEditor } from "@/components/editor/code-editor";
import { ProblemList } from "@/components/problems/problem-list";
import { useTemplateInspection } from "@/components/queries/inspect-template";
import { Button } from "@/components/ui/button";
import { countOf } from "@/components/ui/format-figure";
import type { Sample } from "@/lib/schemas/sample";
import type { TemplateInspection } from "@/lib/schemas/template-inspection";
import { CarriedFields, type KnownConstants } from "./carried-fields";
import { DeployFields } from "./deploy-fields";
import { type Draft, emptyDraft, inspectionOf } from "./draft";
import { ParameterFields } from "./parameter-fields";
import { PastedFields } from "./pasted-fields";
import { SubmitBar } from "./submit-bar";
import { TargetFields } from "./target-fields";
import { TemplateSummary } from "./template-summary";
import { useSettled } from "./use-settled";
import { useSubmitRun } from "./use-submit-run";

/** The chosen template with what is wrong with it, beside the settings of its run. */
export function DraftForm({
  draft,
  samples,
  constants,
  onChange,
}: {
  draft: Draft;
  samples: readonly Sample[];
  constants: KnownConstants;
  onChange: (draft: Draft) => void;
}) {
  const run = useSubmitRun();
  const form = useRef<HTMLFormElement>(null);
  const [line, setLine] = useState<number>();
  const inspection = useTemplateInspection(inspectionOf(draft, useSettled(draft.templateText)));
  const found = draft.templateText.trim() === "" ? undefined : inspection.data;
  const problems = found?.problems ?? [];
  const change = (part: Partial<Draft>) => {
    onChange({ ...draft, ...part });
    run.forget();
  };

  useEffect(() => {
    if (run.refused.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [run.refused]);

  const problemAt = (field: string) => run.refused.find((problem) => problem.field === field)?.message;
  return (
    <form
      ref={form}
      noValidate
      className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]"
      onSubmit={(event) => {
        event.preventDefault();
        run.submit(draft);
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
          {draft.templateText.trim() === "" && <p>The text is blank; paste a template here, or choose another.</p>}
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
          <CarriedFields draft={draft} constants={constants} onChange={change} problemAt={problemAt} />
          <DeployFields settings={draft.settings} onChange={(settings) => change({ settings })} />
          <PastedFields
            draft={draft}
            nestedPaths={found?.nestedTemplatePaths ?? []}
            onChange={change}
            problemAt={problemAt}
          />
        </div>
        <SubmitBar
          refused={run.refused}
          isPlaced={({ field }) => (field === "templateText" ? Boolean(found) : hasField(field, found))}
          fault={run.fault}
          isSending={run.isSending}
        />
      </div>
    </form>
  );
}

/** Whether a field of the form shows problems of this path itself. */
function hasField(field: string | undefined, inspection: TemplateInspection | undefined): boolean {
  if (field === undefined) return false;
  if (field.startsWith("parameters.")) {
    return inspection?.parameters.some(({ name }) => `parameters.${name}` === field) ?? false;
  }
  return (
    ["stackName", "region", "account", "currentPolicy", "llmReply", "nextVersions", "histories"].includes(field) ||
    field.startsWith("nestedTemplates.")
  );
}
