import { countOf, formatCount, formatMinutes, formatShare } from "@/components/ui/format-figure";
import type { Scores, VersionShare } from "@/lib/domain/scoring/scores";

/** One figure of the table: the number that is compared, and the text and unit that are read. */
export interface ScoreFigure {
  readonly value: number | null;
  readonly text: string;
  readonly unit: string;
}

export interface ScorePart {
  readonly label: string;
  /** `null` where there is nothing to tell; a part of which no candidate tells is left out. */
  readonly text: (scores: Scores) => string | null;
  /** Few runs have it, so that no place is kept for it. */
  readonly isRare?: boolean;
}

export interface ScoreGroup {
  readonly id: string;
  readonly title: string;
  readonly meaning: string;
  readonly wanted: "lowest" | "highest";
  headline(scores: Scores): ScoreFigure;
  /** Why a figure of the row is not counted, as a sentence. */
  gap?(scores: Scores): string | null;
  readonly parts: readonly ScorePart[];
}

export const scoreGroups: readonly ScoreGroup[] = [
  {
    id: "time",
    title: "Time to working",
    meaning: "From nothing to a role with which create, update and delete succeed.",
    wanted: "lowest",
    headline: ({ timeToWorking: { minutes, converges } }) =>
      converges && minutes !== null
        ? { value: minutes, text: formatMinutes(minutes), unit: "min" }
        : { value: null, text: "never", unit: "" },
    parts: [
      { label: "failed attempts", text: ({ timeToWorking }) => formatCount(timeToWorking.rounds) },
      { label: "if one denial each", text: ({ timeToWorking }) => formatCount(timeToWorking.roundsIfOneDenialEach) },
    ],
  },
  {
    id: "actions",
    title: "Actions granted",
    meaning:
      "Distinct actions that the repaired role may use, wildcards expanded; the fewest that still work are best.",
    wanted: "lowest",
    headline: ({ actionCount: { repaired }, timeToWorking }) => ({
      value: timeToWorking.converges ? repaired.granted : null,
      text: tellCount(repaired.granted),
      unit: "",
    }),
    gap: ({ actionCount: { asProposed, repaired } }) => repaired.gap ?? asProposed.gap ?? null,
    parts: [
      { label: "as proposed", text: ({ actionCount }) => tellCount(actionCount.asProposed.granted) },
      { label: "needed", text: ({ actionCount }) => formatCount(actionCount.repaired.needed) },
      { label: "missing as proposed", text: ({ actionCount }) => formatCount(actionCount.asProposed.missing) },
      { label: "excess", text: ({ actionCount }) => tellCount(actionCount.repaired.excess) },
      { label: "on every resource", text: ({ actionCount }) => tellCount(actionCount.repaired.onWildcard) },
    ],
  },
  {
    id: "resilience",
    title: "Resilience",
    meaning: "The share of template changes after which the repaired role still deploys without a change to it.",
    wanted: "highest",
    headline: ({ resilience: { repaired } }) =>
      repaired.share === null
        ? { value: null, text: "none apply", unit: "" }
        : { value: repaired.share, text: formatShare(repaired.share), unit: "%" },
    parts: [
      {
        label: "changes survived",
        text: ({ resilience }) => `${resilience.repaired.survived} of ${resilience.repaired.changes}`,
      },
      {
        label: "as proposed",
        text: ({ resilience }) => `${resilience.asProposed.survived} of ${resilience.asProposed.changes}`,
      },
      {
        label: "weighted by frequency",
        text: ({ resilience: { repaired } }) =>
          repaired.weightedShare === null ? "–" : `${formatShare(repaired.weightedShare)} %`,
      },
      {
        label: "next versions",
        text: ({ resilience }) => tellVersions(resilience.repaired.nextVersions),
        isRare: true,
      },
      {
        label: "history",
        text: ({ resilience }) => tellVersions(resilience.repaired.history),
        isRare: true,
      },
    ],
  },
  {
    id: "exposure",
    title: "Exposure paths",
    meaning: "Ways to more rights than intended that the proposed role leaves open.",
    wanted: "lowest",
    headline: ({ exposure: { paths, gap } }) =>
      gap
        ? { value: null, text: notCounted, unit: "" }
        : { value: paths.length, text: formatCount(paths.length), unit: "" },
    gap: ({ exposure }) => exposure.gap ?? null,
    parts: [
      {
        label: "high severity",
        text: ({ exposure: { paths, gap } }) =>
          gap ? notCounted : formatCount(paths.filter(({ severity }) => severity === "high").length),
      },
    ],
  },
];

const notCounted = "not counted";

function tellCount(count: number | null): string {
  return count === null ? notCounted : formatCount(count);
}

function tellVersions(share: VersionShare | null): string | null {
  return share && `${formatCount(share.survived)} of ${formatCount(share.versions)}`;
}

/** What the resilience row leaves out, as a sentence; the counts are the same for all candidates of a run. */
export function describeUncounted(scores: Scores): string {
  const { notApplicable, notModelled } = scores.resilience.repaired;
  return `${countOf(notApplicable, "change")} not applicable, ${formatCount(notModelled)} not modelled; neither counts.`;
}
