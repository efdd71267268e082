import { Disclosure } from "@/components/ui/disclosure";
import { TextAreaField } from "@/components/ui/field";
import type { Draft } from "./draft";
import { LaterVersionsField } from "./later-versions-field";

/** What the team may add from elsewhere: its current policy, a model's reply, later versions, templates of nested applications. */
export function PastedFields({
  draft,
  nestedPaths,
  onChange,
  problemAt,
}: {
  draft: Draft;
  nestedPaths: readonly string[];
  onChange: (part: Partial<Draft>) => void;
  problemAt: (field: string) => string | undefined;
}) {
  return (
    <>
      <Disclosure summary="Compare with your current policy" open={draft.currentPolicy !== ""}>
        <TextAreaField
          label="The role's policy as JSON"
          name="currentPolicy"
          value={draft.currentPolicy}
          onChange={(event) => onChange({ currentPolicy: event.target.value })}
          problem={problemAt("currentPolicy")}
        />
      </Disclosure>
      <Disclosure summary="Bring a model's reply" open={draft.llmReply !== ""}>
        <TextAreaField
          label="The reply as it is; the policy is found in it"
          name="llmReply"
          hint="No reply yet? Run first: the LLM column then offers the prompt to copy."
          value={draft.llmReply}
          onChange={(event) => onChange({ llmReply: event.target.value })}
          problem={problemAt("llmReply")}
        />
      </Disclosure>
      <LaterVersionsField
        versions={draft.nextVersions}
        onChange={(nextVersions) => onChange({ nextVersions })}
        problem={problemAt("nextVersions")}
      />
      {nestedPaths.length > 0 && (
        <Disclosure summary={`Templates of nested applications (${nestedPaths.length})`} open>
          <div className="flex flex-col gap-3">
            {nestedPaths.map((path) => (
              <TextAreaField
                key={path}
                label={<span className="font-mono">{path}</span>}
                hint="Left empty, the nested stack's resources are not part of the comparison."
                value={draft.nestedTemplates[path] ?? ""}
                onChange={(event) =>
                  onChange({ nestedTemplates: withEntry(draft.nestedTemplates, path, event.target.value) })
                }
                problem={problemAt(`nestedTemplates.${path}`)}
              />
            ))}
          </div>
        </Disclosure>
      )}
    </>
  );
}

function withEntry(texts: Readonly<Record<string, string>>, path: string, text: string): Record<string, string> {
  const { [path]: _, ...others } = texts;
  return text.trim() === "" ? others : { ...others, [path]: text };
}
