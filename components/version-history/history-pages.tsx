import Link from "next/link";
import { Fragment } from "react";
import { type ChosenVersion, rowId, VersionRow, VersionTable } from "@/components/replays/version-table";
import type { TriedCandidate } from "@/lib/domain/comparison-report";
import type { Replay } from "@/lib/schemas/replay";
import { type AskedVersions, type HistoryPage, type PageRange, pageVersions, rangeOf } from "./page-versions";
import { VersionHead } from "./version-head";

export interface PagedHistory {
  readonly replay: Replay;
  readonly candidates: readonly TriedCandidate[];
  readonly path: string;
  readonly chosen: ChosenVersion;
}

/** The versions of a history, as many at a time as can be read; what all repaired roles carried is folded up. */
export function HistoryPages({ replay, candidates, path, chosen }: PagedHistory) {
  const asked = readAsked(replay, chosen);
  const page = pageVersions(replay.versions, asked);
  const what = replay.templatePath ?? replay.fileName ?? "an upload";
  return (
    <div id={tableId(replay)} className="scroll-mt-14">
      <PageList page={page} hrefOf={(range) => addressOf(path, replay, { ...asked, from: range.first })} />
      <VersionTable
        caption={`Versions of ${what} by candidate`}
        head="Version, oldest first"
        candidates={candidates}
        chosen={chosen}
      >
        <tbody className="block">
          {page.groups.map((group) => {
            const range = rangeOf([group]);
            if (group.isQuiet) {
              const href = addressOfVersion(path, replay, range.first);
              return <StretchRow key={range.first} range={range} href={href} isOpen={false} />;
            }
            return group.versions.map((version) => (
              <Fragment key={version.position}>
                {page.unfolded?.first === version.position && (
                  <StretchRow
                    range={page.unfolded}
                    href={addressOf(path, replay, { version: null, from: version.position })}
                    isOpen
                  />
                )}
                <VersionRow replay={replay} version={version} candidates={candidates} path={path} chosen={chosen}>
                  <VersionHead version={version} href={addressOfVersion(path, replay, version.position)} />
                </VersionRow>
              </Fragment>
            ));
          })}
        </tbody>
      </VersionTable>
      <PageSteps page={page} hrefOf={(range) => addressOf(path, replay, { ...asked, from: range.first })} />
    </div>
  );
}

function readAsked(replay: Replay, { replay: id, version, from }: ChosenVersion): AskedVersions {
  const position = (text: string | undefined) =>
    id === replay.id && text && /^\d{1,5}$/.test(text) ? Number(text) : null;
  return { version: position(version), from: position(from) };
}

function tableId({ id }: Replay): string {
  return `versions-${id.slice(0, 8)}`;
}

function addressOf(path: string, replay: Replay, { version, from }: AskedVersions): string {
  const search = new URLSearchParams({ replay: replay.id });
  if (version !== null) search.set("version", String(version));
  if (from !== null) search.set("from", String(from));
  return `${path}?${search}#${tableId(replay)}`;
}

function addressOfVersion(path: string, replay: Replay, version: number): string {
  return `${path}?${new URLSearchParams({ replay: replay.id, version: String(version) })}#${rowId(replay, version)}`;
}

/** The head of a long stretch in which nothing was refused; it opens and closes at addresses of its own. */
function StretchRow({ range, href, isOpen }: { range: PageRange; href: string; isOpen: boolean }) {
  const { first, last } = range;
  return (
    <tr className="block border-b border-line">
      <td className="block">
        <Link
          href={href}
          scroll={false}
          prefetch={false}
          aria-expanded={isOpen}
          className="figures grid min-h-8 grid-cols-[2.5rem_minmax(0,1fr)] items-center py-1 text-soft hover:text-ink"
        >
          <span aria-hidden="true">{isOpen ? "▾" : "▸"}</span>
          <span>
            Versions {first} to {last}: {last - first + 1} that deploy with every repaired role
          </span>
        </Link>
      </td>
    </tr>
  );
}

interface Pager {
  readonly page: HistoryPage;
  hrefOf(range: PageRange): string;
}

/** Every page by its first and last version; nothing where there is one page. */
function PageList({ page: { pages, current }, hrefOf }: Pager) {
  if (pages.length < 2) return null;
  return (
    <nav aria-label="Pages of versions" className="figures print-hidden pb-3">
      <ol className="flex flex-wrap items-baseline gap-x-1 gap-y-1">
        <li className="pr-2 text-small text-soft">Versions</li>
        {pages.map((range, index) => (
          <li key={range.first}>
            <Link
              href={hrefOf(range)}
              scroll={false}
              prefetch={false}
              aria-current={index === current ? "page" : undefined}
              className="inline-flex min-h-8 items-center px-2 text-soft hover:text-ink aria-[current=page]:bg-wash aria-[current=page]:text-ink"
            >
              {tellRange(range)}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** From the end of a page to the beginning of the ones beside it. */
function PageSteps({ page: { pages, current }, hrefOf }: Pager) {
  const [earlier, later] = [pages[current - 1], pages[current + 1]];
  return (
    <p className="figures print-hidden flex flex-wrap justify-between gap-x-6 pt-3">
      {earlier ? (
        <Link href={hrefOf(earlier)} prefetch={false} className="text-link">
          <span aria-hidden="true">← </span>Earlier: {tellRange(earlier)}
        </Link>
      ) : (
        <span />
      )}
      {later && (
        <Link href={hrefOf(later)} prefetch={false} className="text-link">
          Later: {tellRange(later)}
          <span aria-hidden="true"> →</span>
        </Link>
      )}
    </p>
  );
}

function tellRange({ first, last }: PageRange): string {
  return first === last ? String(first) : `${first}–${last}`;
}
