import { formatMinutes } from "@/components/ui/format-figure";
import type { MinutesPart } from "@/lib/domain/scoring/scores";

export const minutesPartTitles: Record<MinutesPart["part"], string> = {
  preparation: "preparation",
  "failed-attempts": "failed attempts",
  fixing: "fixing",
  "working-attempt": "working attempt",
  "clean-up": "clean-up",
};

/** How strongly a part is drawn in its approach's hue; waiting and cleaning up are the weaker ones. */
export const minutesPartStrength: Record<MinutesPart["part"], string> = {
  preparation: "opacity-100",
  "failed-attempts": "opacity-60",
  fixing: "opacity-80",
  "working-attempt": "opacity-45",
  "clean-up": "opacity-30",
};

/** The parts of a time, stacked; its length is measured against the longest of the run. The hue comes from outside. */
export function MinutesBar({
  parts,
  longest,
  fromRight = false,
}: {
  parts: readonly Spent[];
  longest: number;
  /** Under figures that are aligned to the right. */
  fromRight?: boolean;
}) {
  const spent = sumByPart(parts);
  const words = spent.map(({ part, minutes }) => `${minutesPartTitles[part]} ${formatMinutes(minutes)} min`).join(", ");
  return (
    <div role="img" aria-label={words} title={words} className={`flex h-1.5 gap-px ${fromRight ? "justify-end" : ""}`}>
      <Segments spent={spent} longest={longest} />
    </div>
  );
}

/** The same bar, taller, with its parts in words under it. */
export function MinutesBarWithWords({ parts, longest }: { parts: readonly MinutesPart[]; longest: number }) {
  const spent = sumByPart(parts);
  return (
    <>
      <span className="flex h-4 gap-px" aria-hidden="true">
        <Segments spent={spent} longest={longest} />
      </span>
      <span className="mt-1 flex flex-wrap gap-x-4 text-small text-soft">
        {spent.map(({ part, minutes }) => (
          <span key={part} className="whitespace-nowrap">
            <PartSwatch part={part} /> {minutesPartTitles[part]} {formatMinutes(minutes)}
          </span>
        ))}
      </span>
    </>
  );
}

export function PartSwatch({ part }: { part: MinutesPart["part"] }) {
  return <span className={`mr-1 inline-block size-2 bg-(--hue) ${minutesPartStrength[part]}`} aria-hidden="true" />;
}

interface Spent {
  readonly part: MinutesPart["part"];
  readonly minutes: number;
}

function Segments({ spent, longest }: { spent: readonly Spent[]; longest: number }) {
  return spent.map(({ part, minutes }) => (
    <span
      key={part}
      className={`bg-(--hue) ${minutesPartStrength[part]}`}
      style={{ width: `${(minutes / longest) * 100}%` }}
    />
  ));
}

/** Several steps may belong to one part; the bar shows their sum. */
function sumByPart(parts: readonly Spent[]): readonly Spent[] {
  const order: readonly MinutesPart["part"][] = [
    "preparation",
    "failed-attempts",
    "fixing",
    "clean-up",
    "working-attempt",
  ];
  return order
    .map((part) => ({
      part,
      minutes: parts.filter((step) => step.part === part).reduce((sum, { minutes }) => sum + minutes, 0),
    }))
    .filter(({ minutes }) => minutes > 0);
}
