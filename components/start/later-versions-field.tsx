import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { FieldProblem } from "@/components/ui/field-problem";
import { FileDrop } from "@/components/ui/file-drop";
import type { Draft } from "./draft";

/** Later versions of the template, to be tried with every candidate when the run is done. */
export function LaterVersionsField({
  versions,
  onChange,
  problem,
}: {
  versions: Draft["nextVersions"];
  onChange: (versions: Draft["nextVersions"]) => void;
  problem: string | undefined;
}) {
  const take = async (files: readonly File[]) => {
    const read = await Promise.all(
      files.map(async (file) => ({ name: file.name, templateText: await file.text().catch(() => "") })),
    );
    onChange([...versions, ...read]);
  };
  // Two files may bear one name.
  const numbered = versions.map(({ name }, number) => ({ name, number }));
  return (
    <Disclosure summary="Try later versions of the template too" open={versions.length > 0}>
      <FileDrop
        label="Choose later versions"
        hint="one template or several, or drop them here"
        accept=".yaml,.yml,.json,.template,.txt"
        multiple
        busy={false}
        onFiles={take}
      />
      <ul className="pt-1">
        {numbered.map(({ name, number }) => (
          <li key={number} className="flex items-baseline justify-between gap-4 border-b border-line">
            <span className="min-w-0 break-arn">{name}</span>
            <Button
              look="plain"
              className="text-small"
              onClick={() => onChange(versions.filter((_, index) => index !== number))}
            >
              Remove <span className="sr-only">{name}</span>
            </Button>
          </li>
        ))}
      </ul>
      <FieldProblem problem={problem} />
    </Disclosure>
  );
}
