import { shortTitleOf } from "@/components/comparison/approach";
import { ApproachLabel } from "@/components/comparison/approach-label";
import { EvidenceMark } from "@/components/scorecard/evidence-mark";
import { formatShare } from "@/components/ui/format-figure";
import { ScrollArea } from "@/components/ui/scroll-area";
import type { ComparisonReport, TriedCandidate } from "@/lib/domain/comparison-report";
import type { VersionShare } from "@/lib/domain/scoring/scores";
import type { Replay } from "@/lib/schemas/replay";

type RoleState = "asProposed" | "repaired";

/** One line of the table: where its share comes from, and the share of each candidate. */
interface Source {
  readonly title: string;
  readonly meaning: string;
  share(candidate: TriedCandidate, role: RoleState): number | null;
  /** As in `31 of 37`; `null` where shares are no counts. */
  count(candidate: TriedCandidate): string | null;
}

/** The three sources of resilience side by side: the catalogue of changes, the team's next versions, its history. */
export function ResilienceSources({ report, replays }: { report: ComparisonReport; replays: readonly Replay[] }) {
  const tried = report.candidates.filter(({ scores }) => scores);
  if (tried.length === 0) return null;
  return (
    <div className="pb-8">
      <ScrollArea label="Resilience by source">
        <table className="figures w-full">
          <caption className="sr-only">Resilience by source</caption>
          <thead>
            <tr className="border-b border-edge">
              <th scope="col" className="pr-4 pb-1 text-left text-small font-normal text-soft">
                Share that still deploys, with the repaired role
              </th>
              {tried.map((candidate) => (
                <th key={candidate.name} scope="col" className="pb-1 pl-3 text-right font-strong whitespace-nowrap">
                  <span className="max-md:hidden">
                    <ApproachLabel candidate={candidate} />
                  </span>
                  <span className="md:hidden">{shortTitleOf(candidate)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {listSources(replays).map((source) => (
              <tr key={source.title} className="border-b border-line">
                <th scope="row" className="min-w-32 py-1.5 pr-4 text-left align-baseline font-normal">
                  {source.title}
                  <span className="block text-small text-soft">{source.meaning}</span>
                </th>
                {tried.map((candidate) => (
                  <td key={candidate.name} className="py-1.5 pl-3 text-right align-baseline whitespace-nowrap">
                    <ShareText source={source} candidate={candidate} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
      <p className="max-w-[90ch] pt-2 text-small text-soft">
        Weights: how often the kinds of edit that a change stands for were found in 4,505 pairs of consecutive versions
        of 144 SAM templates in 71 public repositories, compared by structure on 23 November 2026; the mean over the
        repositories of the share of pairs that show the kind. What does not apply, is rejected whatever the role, or is
        not modelled counts in no share.
      </p>
    </div>
  );
}

function listSources(replays: readonly Replay[]): readonly Source[] {
  const histories = replays.filter(({ kind, shares }) => kind === "history" && shares.length > 0);
  const nextVersions = ofVersions(({ scores }, role) => scores?.resilience[role].nextVersions ?? null);
  return [
    {
      title: "Catalogue of changes",
      meaning: "every change counts the same",
      share: ({ scores }, role) => scores?.resilience[role].share ?? null,
      count: ({ scores }) =>
        scores && `${scores.resilience.repaired.survived} of ${scores.resilience.repaired.changes}`,
    },
    {
      title: "Catalogue, weighted",
      meaning: "by how often teams make such changes",
      share: ({ scores }, role) => scores?.resilience[role].weightedShare ?? null,
      count: () => null,
    },
    { title: "Next versions", meaning: describeNext(replays), ...nextVersions },
    ...(histories.length === 0
      ? [{ title: "History", meaning: "none given; see the History tab", ...ofVersions(() => null) }]
      : histories.map((replay) => ({
          title: "History",
          meaning: `deployments of ${replay.templatePath ?? replay.fileName ?? "an upload"}`,
          ...ofVersions(({ name }, role) => replay.shares.find(({ candidate }) => candidate === name)?.[role] ?? null),
        }))),
  ];
}

function describeNext(replays: readonly Replay[]): string {
  return replays.some(({ kind }) => kind === "next")
    ? "as updates of this run's template"
    : "none given; try one below the matrix";
}

function ofVersions(
  find: (candidate: TriedCandidate, role: RoleState) => VersionShare | null,
): Pick<Source, "share" | "count"> {
  return {
    share: (candidate, role) => find(candidate, role)?.share ?? null,
    count: (candidate) => {
      const found = find(candidate, "repaired");
      return found && `${found.survived} of ${found.versions}`;
    },
  };
}

function ShareText({ source, candidate }: { source: Source; candidate: TriedCandidate }) {
  const [repaired, asProposed] = [source.share(candidate, "repaired"), source.share(candidate, "asProposed")];
  if (repaired === null) return <span className="text-soft">–</span>;
  const count = source.count(candidate);
  return (
    <>
      {formatShare(repaired)} <span className="text-small text-soft">%</span> <EvidenceMark evidence="simulated" />
      <span className="block text-small text-soft">
        {count !== null && <span className="max-md:block">{count}</span>}
        {count !== null && <span className="max-md:hidden">; </span>}
        {asProposed !== null && (
          <span className="max-md:block">
            {formatShare(asProposed)} % <span className="max-md:block">as proposed</span>
          </span>
        )}
      </span>
    </>
  );
}
