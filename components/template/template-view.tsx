import { CodeEditor } from "@/components/editor/code-editor";
import { ProblemList } from "@/components/problems/problem-list";
import { CopyButton } from "@/components/ui/copy-button";
import { countOf } from "@/components/ui/format-figure";
import type { Problem } from "@/lib/domain/problem";

/** The template as it was given, with the problems at their lines. */
export function TemplateView({
  text,
  fileName,
  problems,
  path,
  line,
}: {
  text: string;
  fileName: string | null;
  problems: readonly Problem[];
  path: string;
  line: number | undefined;
}) {
  const language = text.trimStart().startsWith("{") ? "json" : "yaml";
  return (
    <div className="flex flex-col gap-4">
      {problems.length > 0 ? (
        <ProblemList problems={problems} lineHref={(number) => `${path}?line=${number}`} />
      ) : (
        <p className="text-soft">No problem was found in this template.</p>
      )}
      <div className="flex items-baseline gap-4">
        <h3 className="grow font-mono text-small">{fileName ?? "template"}</h3>
        <span className="figures text-small text-soft">
          {countOf(text.replace(/\n$/, "").split("\n").length, "line")}
        </span>
        <CopyButton text={text} />
      </div>
      <CodeEditor value={text} language={language} label="Template" problems={problems} line={line} />
    </div>
  );
}
