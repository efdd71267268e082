import type { Evidence } from "@/lib/domain/evidence";

const marks: Record<Evidence, { glyph: string; meaning: string }> = {
  measured: { glyph: "●", meaning: "on real AWS or by a real model, now" },
  imported: { glyph: "◐", meaning: "pasted or uploaded by the team" },
  recorded: { glyph: "◎", meaning: "a stored real answer" },
  simulated: { glyph: "○", meaning: "computed here" },
};

/** The glyph beside a figure that says how it is known; the word shows on hover and in print. */
export function EvidenceMark({ evidence }: { evidence: Evidence }) {
  return (
    <span className="group/evidence relative inline-block cursor-default font-normal text-small text-soft">
      <span aria-hidden="true">{marks[evidence].glyph}</span>
      <span className="evidence-word pointer-events-none absolute right-0 bottom-full z-10 rounded-small bg-ink px-1.5 text-paper opacity-0 group-hover/evidence:opacity-100">
        {evidence}
      </span>
    </span>
  );
}

export function EvidenceLegend() {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1">
      {Object.entries(marks).map(([evidence, { glyph, meaning }]) => (
        <li key={evidence}>
          <span aria-hidden="true">{glyph}</span> <span className="text-ink">{evidence}</span> {meaning}
        </li>
      ))}
    </ul>
  );
}
