import { countOf, formatCount } from "@/components/ui/format-figure";
import type { TemplateInspection } from "@/lib/schemas/template-inspection";

const shownAtOnce = 8;

/** What the template holds, so that a wrong file is noticed before the run. */
export function TemplateSummary({ inspection: { resourceCount, resourceTypes } }: { inspection: TemplateInspection }) {
  if (resourceCount === 0) return null;
  const further = resourceTypes.length - shownAtOnce;
  return (
    <section>
      <h2 className="text-small text-soft">{countOf(resourceCount, "resource")} as written</h2>
      <TypeList types={resourceTypes.slice(0, shownAtOnce)} />
      {further > 0 && (
        <details>
          <summary className="caret mt-1 min-h-6 text-small text-soft">{countOf(further, "further type")}</summary>
          <TypeList types={resourceTypes.slice(shownAtOnce)} />
        </details>
      )}
    </section>
  );
}

function TypeList({ types }: { types: TemplateInspection["resourceTypes"] }) {
  return (
    <ul className="figures mt-1 grid gap-x-6 text-small sm:grid-cols-2">
      {types.map(({ type, count }) => (
        <li key={type} className="flex justify-between gap-3 border-b border-line py-0.5">
          <span className="min-w-0 truncate font-mono" title={type}>
            {type.replace(/^AWS::/, "")}
          </span>
          <span>{formatCount(count)}</span>
        </li>
      ))}
    </ul>
  );
}
