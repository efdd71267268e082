import { evidenceIn, knownMinutes } from "@/components/real-attempts/actual-figures";
import { formatMinutes } from "@/components/ui/format-figure";
import type { Evidence } from "@/lib/domain/evidence";
import type { ActualTime } from "@/lib/domain/scoring/actual-time";
import type { Scores } from "@/lib/domain/scoring/scores";
import type { ScoreFigure, ScoreGroup } from "./score-groups";

/** The figure of a row with how it is known; what is summed up may be known in several ways. */
export interface KnownFigure extends ScoreFigure {
  readonly evidence: readonly Evidence[];
}

/** A group's figure. Minutes of real attempts stand in place of simulated ones as soon as all that count are known. */
export function headlineOf(group: ScoreGroup, scores: Scores, actual: ActualTime | null): KnownFigure {
  const minutes = group.id === "time" ? knownMinutes(actual) : null;
  if (minutes === null || !actual) return { ...group.headline(scores), evidence: ["simulated"] };
  return { value: minutes, text: formatMinutes(minutes), unit: "min", evidence: evidenceIn(actual.parts) };
}

/** What may be called best: nothing where figures of real attempts stand beside simulated ones. */
export function competingValues(figures: readonly (KnownFigure | null)[]): readonly (number | null)[] {
  const competing = figures.filter((figure) => figure?.value != null);
  const real = competing.filter((figure) => figure?.evidence.some((evidence) => evidence !== "simulated"));
  const isMixed = real.length > 0 && real.length < competing.length;
  return figures.map((figure) => (isMixed ? null : (figure?.value ?? null)));
}
