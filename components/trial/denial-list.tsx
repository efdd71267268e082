import { countOf } from "@/components/ui/format-figure";
import type { Denial } from "@/lib/domain/trial/trial";
import { DenialText } from "./denial-text";

const shownAtOnce = 6;

/** Refusals in the order in which they happened; one request may be refused several times. */
export function DenialList({ denials }: { denials: readonly Denial[] }) {
  const told = denials.map((denial, order) => ({ denial, order }));
  return (
    <div className="flex min-w-0 flex-col gap-4">
      {told.slice(0, shownAtOnce).map(({ denial, order }) => (
        <DenialText key={order} denial={denial} />
      ))}
      {told.length > shownAtOnce && (
        <details>
          <summary className="caret text-soft">{countOf(told.length - shownAtOnce, "further refusal")}</summary>
          <div className="flex flex-col gap-4 pt-3">
            {told.slice(shownAtOnce).map(({ denial, order }) => (
              <DenialText key={order} denial={denial} />
            ))}
          </div>
        </details>
      )}
    </div>
  );
}
