import type { ReactNode } from "react";
import { shortTitleOf } from "@/components/comparison/approach";
import { ColumnLabel } from "@/components/comparison/approach-label";
import { ColumnGroup } from "@/components/comparison/column-group";
import { VerdictCell } from "@/components/resilience/verdict-cell";
import type { TriedCandidate } from "@/lib/domain/comparison-report";
import type { Replay, ReplayVersion } from "@/lib/schemas/replay";
import { VersionDetail } from "./version-detail";

/** The version and the candidate that the address asks for. */
export interface ChosenVersion {
  readonly candidate: string | undefined;
  readonly replay: string | undefined;
  readonly version: string | undefined;
  /** A position on the page of a long history that is to be shown. */
  readonly from?: string | undefined;
}

const grid =
  "grid grid-cols-(--grid) gap-x-6 [--grid:minmax(0,1fr)] min-[48rem]:[--grid:minmax(14rem,1.4fr)_repeat(var(--columns),minmax(0,1fr))]";

/** Versions down, candidates across, read as the matrix of changes is; on a phone one candidate at a time. */
export function VersionTable({
  caption,
  head,
  candidates,
  chosen,
  children,
}: {
  caption: string;
  /** What the first column shows. */
  head: string;
  candidates: readonly TriedCandidate[];
  /** Its candidate is the one that a phone shows first. */
  chosen: ChosenVersion;
  /** Bodies of rows. */
  children: ReactNode;
}) {
  return (
    <ColumnGroup
      isNarrow
      titles={candidates.map(shortTitleOf)}
      first={candidates.findIndex(({ name }) => name === chosen.candidate)}
    >
      <table style={{ "--columns": candidates.length }} className="block w-full">
        <caption className="sr-only">{caption}</caption>
        <thead className="block">
          <tr className={`${grid} border-b border-edge pb-1 text-left`}>
            <th scope="col" className="text-small font-normal text-soft">
              {head}
            </th>
            {candidates.map((candidate, index) => (
              <th key={candidate.name} scope="col" data-column={index} className="font-strong">
                <ColumnLabel candidate={candidate} />
              </th>
            ))}
          </tr>
        </thead>
        {children}
      </table>
    </ColumnGroup>
  );
}

/** Where a version stands on its page. */
export function rowId({ id }: Replay, position: number): string {
  return `version-${id.slice(0, 8)}-${position}`;
}

/** One version with its verdicts; the chosen one opens under its row, as wide. */
export function VersionRow({
  replay,
  version,
  candidates,
  path,
  chosen,
  children,
}: {
  replay: Replay;
  version: ReplayVersion;
  candidates: readonly TriedCandidate[];
  path: string;
  chosen: ChosenVersion;
  /** What names the version. */
  children: ReactNode;
}) {
  const isChosen = chosen.replay === replay.id && chosen.version === String(version.position);
  const verdictsOf = ({ name }: TriedCandidate) =>
    version.outcome?.verdicts.find(({ candidate }) => candidate === name);
  const open = isChosen ? candidates.find(({ name }) => name === chosen.candidate) : undefined;
  const opened = open && verdictsOf(open);
  return (
    <tr id={rowId(replay, version.position)} className={`${grid} border-b border-line py-2 text-left align-top`}>
      <th scope="row" className="min-w-0 font-normal">
        {children}
      </th>
      {candidates.map((candidate, index) => {
        const { name } = candidate;
        const address = new URLSearchParams({ candidate: name, replay: replay.id, version: String(version.position) });
        return (
          <td key={name} data-column={index} className="min-w-0">
            <VerdictCell
              pair={verdictsOf(candidate) ?? null}
              href={open === candidate ? path : `${path}?${address}`}
              open={open === candidate}
            />
          </td>
        );
      })}
      {open && opened && (
        <td className="col-span-full min-w-0">
          <VersionDetail candidate={open} version={version} verdicts={opened} />
        </td>
      )}
    </tr>
  );
}
