import type { ComparisonReport, TriedCandidate } from "../../domain/comparison-report";
import type { VersionOutcome } from "../../domain/replay";
import type { Denial } from "../../domain/trial/trial";
import type { Replay } from "../../schemas/replay";
import type { Run } from "../../schemas/run";

interface Refused {
  readonly denials: readonly Denial[];
}

/** The run as the API gives it: see `fullQuerySchema`. */
export function listRunDenialsOnce(run: Run) {
  const { report, replays } = run;
  return { ...run, report: report && listDenialsOnce(report), replays: replays.map(listReplayDenialsOnce) };
}

/** What changes and later versions meet, once, in `denials`; the trials' attempts keep theirs. */
export function listDenialsOnce(report: ComparisonReport) {
  const list = new DenialList();
  const refer = (candidate: TriedCandidate) => ({
    ...candidate,
    changes: candidate.changes.map((change) => list.referFrom(change)),
    nextVersions: candidate.nextVersions.map((version) => list.referFrom(version)),
  });
  return { ...report, candidates: report.candidates.map(refer), denials: list.denials };
}

function listReplayDenialsOnce(replay: Replay) {
  const list = new DenialList();
  const refer = (outcome: Omit<VersionOutcome, "name">) => ({
    ...outcome,
    verdicts: outcome.verdicts.map((verdict) => list.referFrom(verdict)),
  });
  const versions = replay.versions.map((version) => ({
    ...version,
    outcome: version.outcome && refer(version.outcome),
  }));
  return { ...replay, versions, denials: list.denials };
}

/** Each denial once. What the database holds once is one object, so that looking at contents is not needed. */
class DenialList {
  readonly denials: Denial[] = [];
  private readonly places = new Map<Denial, number>();

  /** An outcome whose two verdicts hold places in this list. */
  referFrom<Outcome extends { readonly asProposed: Refused; readonly repaired: Refused }>(outcome: Outcome) {
    const { asProposed, repaired, ...rest } = outcome;
    return { ...rest, asProposed: this.refer(asProposed), repaired: this.refer(repaired) };
  }

  private refer<Verdict extends Refused>({ denials, ...verdict }: Verdict) {
    return { ...verdict, denials: denials.map((denial) => this.placeOf(denial)) };
  }

  private placeOf(denial: Denial): number {
    const known = this.places.get(denial);
    if (known !== undefined) return known;
    this.places.set(denial, this.denials.length);
    return this.denials.push(denial) - 1;
  }
}
