import { CodeInText } from "@/components/ui/code-in-text";
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

/** A sentence with its mark, which never begins a line: it stays with the last word. */
export function MarkedText({ text, evidence }: { text: string; evidence: Evidence }) {
  const lastWord = text.lastIndexOf(" ") + 1;
  return (
    <>
      <CodeInText text={text.slice(0, lastWord)} />
      <span className="whitespace-nowrap">
        <CodeInText text={text.slice(lastWord)} /> <EvidenceMark evidence={evidence} />
      </span>
    </>
  );
}

/** The marks of what is known in several ways, which stay together on one line. */
export function EvidenceMarks({ evidence }: { evidence: readonly Evidence[] }) {
  if (evidence.length === 0) return null;
  return (
    <span className="whitespace-nowrap">
      {evidence.map((one) => (
        <EvidenceMark key={one} evidence={one} />
      ))}
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
