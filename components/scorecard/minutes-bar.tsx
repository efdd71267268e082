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
  "working-attempt": "opacity-35",
  "clean-up": "opacity-20",
};

/** The parts of a time, stacked; its length is measured against the longest of the run. The hue comes from outside. */
export function MinutesBar({
  parts,
  longest,
  fromRight = false,
}: {
  parts: readonly MinutesPart[];
  longest: number;
  /** Under figures that are aligned to the right. */
  fromRight?: boolean;
}) {
  const spent = sumByPart(parts);
  const words = spent.map(({ part, minutes }) => `${minutesPartTitles[part]} ${formatMinutes(minutes)} min`).join(", ");
  return (
    <div role="img" aria-label={words} title={words} className={`flex h-1.5 gap-px ${fromRight ? "justify-end" : ""}`}>
      {spent.map(({ part, minutes }) => (
        <span
          key={part}
          className={`bg-(--hue) ${minutesPartStrength[part]}`}
          style={{ width: `${(minutes / longest) * 100}%` }}
        />
      ))}
    </div>
  );
}

/** Several steps may belong to one part; the bar shows their sum. */
function sumByPart(parts: readonly MinutesPart[]): readonly Pick<MinutesPart, "part" | "minutes">[] {
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
