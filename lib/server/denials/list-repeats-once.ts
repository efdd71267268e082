import type { ComparisonReport, TriedCandidate } from "../../domain/comparison-report";
import type { VersionOutcome } from "../../domain/replay";
import type { Denial, Fix } from "../../domain/trial/trial";
import type { Replay } from "../../schemas/replay";
import type { Run } from "../../schemas/run";

interface Refused {
  readonly denials: readonly Denial[];
  readonly fix: Fix | null;
}

/** The run as the API gives it: see `fullQuerySchema`. */
export function listRunRepeatsOnce(run: Run) {
  const { report, replays } = run;
  return { ...run, report: report && listRepeatsOnce(report), replays: replays.map(listReplayRepeatsOnce) };
}

/**
 * What changes and later versions meet, once, in `denials`, and what would lift it, once, in `fixes`; the trials' attempts
 * keep theirs.
 */
export function listRepeatsOnce(report: ComparisonReport) {
  const repeats = startListing();
  const refer = (candidate: TriedCandidate) => ({
    ...candidate,
    changes: candidate.changes.map((change) => repeats.referFrom(change)),
    nextVersions: candidate.nextVersions.map((version) => repeats.referFrom(version)),
  });
  return { ...report, candidates: report.candidates.map(refer), ...repeats.lists };
}

function listReplayRepeatsOnce(replay: Replay) {
  const repeats = startListing();
  const refer = (outcome: Omit<VersionOutcome, "name">) => ({
    ...outcome,
    verdicts: outcome.verdicts.map((verdict) => repeats.referFrom(verdict)),
  });
  const versions = replay.versions.map((version) => ({
    ...version,
    outcome: version.outcome && refer(version.outcome),
  }));
  return { ...replay, versions, ...repeats.lists };
}

function startListing() {
  // What the database holds once is one object, so that looking at the contents of denials is not needed.
  const denials = new OnceList<Denial>((denial) => denial);
  const fixes = new OnceList<Fix>((fix) => JSON.stringify(fix));
  const refer = <Verdict extends Refused>(verdict: Verdict) => ({
    ...verdict,
    denials: verdict.denials.map((denial) => denials.placeOf(denial)),
    fix: verdict.fix && fixes.placeOf(verdict.fix),
  });
  return {
    lists: { denials: denials.items, fixes: fixes.items },
    /** An outcome whose two verdicts hold places in the lists. */
    referFrom: <Outcome extends { readonly asProposed: Refused; readonly repaired: Refused }>(outcome: Outcome) => {
      const { asProposed, repaired, ...rest } = outcome;
      return { ...rest, asProposed: refer(asProposed), repaired: refer(repaired) };
    },
  };
}

class OnceList<Item> {
  readonly items: Item[] = [];
  private readonly places = new Map<unknown, number>();

  /** @param identify equal for two that are told as one */
  constructor(private readonly identify: (item: Item) => unknown) {}

  placeOf(item: Item): number {
    const identity = this.identify(item);
    const known = this.places.get(identity);
    if (known !== undefined) return known;
    this.places.set(identity, this.items.length);
    return this.items.push(item) - 1;
  }
}
