import Link from "next/link";
import { EvidenceMark } from "@/components/scorecard/evidence-mark";
import { countOf } from "@/components/ui/format-figure";
import type { ComparisonReport, TriedCandidate } from "@/lib/domain/comparison-report";
import type { AlignedRow } from "./align-statements";
import { shortTitleOf, titleOf } from "./approach";
import { ApproachLabel } from "./approach-label";
import { ColumnGroup } from "./column-group";
import { FullDocuments } from "./full-documents";
import {
  actionCountIn,
  listDocuments,
  listPolicySections,
  type PolicySection,
  type PolicyState,
  policiesIn,
  type ShownStatement,
} from "./policy-sections";
import { PolicyStatement } from "./policy-statement";

/** The policies side by side, a statement a row. References are too wide to read and stand below, as documents. */
export function PolicyColumns({ report, state, path }: { report: ComparisonReport; state: PolicyState; path: string }) {
  const readable = report.candidates.filter(({ approach }) => approach !== "administrator" && approach !== "registry");
  const references = report.candidates.filter((candidate) => !readable.includes(candidate) && candidate.policies);
  const sections = listPolicySections(readable, state);
  return (
    <div>
      <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1 pb-3">
        <StateLinks state={state} path={path} />
        <p className="text-small text-soft">
          <span className="underline decoration-dotted underline-offset-2">Dotted</span>: no call of this deployment
          needs it{state === "working" && "; shaded: added or widened by the trial"}.
        </p>
      </div>
      <ColumnGroup titles={readable.map(shortTitleOf)}>
        <div className="grid gap-x-8" style={{ "--columns": readable.length }}>
          <Row>
            {readable.map((candidate, index) => (
              <ColumnHead key={candidate.name} candidate={candidate} state={state} column={index} />
            ))}
          </Row>
          {sections.map((section) => (
            <Section key={section.title} section={section} candidates={readable} state={state} />
          ))}
        </div>
      </ColumnGroup>
      {references.length > 0 && (
        <section className="mt-10 border-t border-line pt-3">
          <h3 className="font-strong">References</h3>
          <ul className="mt-1">
            {references.map((candidate) => (
              <li key={candidate.name} className="flex flex-wrap items-baseline gap-x-4">
                <ApproachLabel candidate={candidate} />
                <span className="font-mono text-small">{candidate.policies?.managedPolicies.join(", ")}</span>
                <DocumentsOf candidate={candidate} state="proposed" />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function StateLinks({ state, path }: { state: PolicyState; path: string }) {
  const links: readonly { state: PolicyState; title: string; href: string }[] = [
    { state: "proposed", title: "As proposed", href: path },
    { state: "working", title: "Working", href: `${path}?show=working` },
  ];
  return (
    <nav aria-label="Which policies" className="inline-flex rounded-small border border-edge">
      {links.map((link) => (
        <Link
          key={link.state}
          href={link.href}
          scroll={false}
          aria-current={link.state === state ? "true" : undefined}
          className="inline-flex min-h-8 items-center border-l border-line px-3 text-soft first:border-l-0 aria-[current=true]:bg-wash aria-[current=true]:font-strong aria-[current=true]:text-ink"
        >
          {link.title}
        </Link>
      ))}
    </nav>
  );
}

function Row({ children }: { children: React.ReactNode }) {
  return <div className="grid grid-cols-1 gap-x-8 md:grid-cols-[repeat(var(--columns),minmax(0,1fr))]">{children}</div>;
}

function ColumnHead({ candidate, state, column }: { candidate: TriedCandidate; state: PolicyState; column: number }) {
  const count = actionCountIn(candidate, state);
  return (
    <div data-column={column} data-approach={candidate.approach} className="border-t-[3px] border-(--hue) pt-1.5 pb-2">
      <h3 className="font-strong">
        {titleOf(candidate)} <EvidenceMark evidence={candidate.evidence} />
      </h3>
      {count && (
        <p className="figures text-small text-soft">
          {countOf(count.statements, "statement")}, {countOf(count.characters, "character")}
        </p>
      )}
      {!candidate.policies && <p className="mt-1 text-small">{candidate.unavailable}</p>}
      <DocumentsOf candidate={candidate} state={state} />
    </div>
  );
}

function DocumentsOf({ candidate, state }: { candidate: TriedCandidate; state: PolicyState }) {
  const policies = policiesIn(candidate, state);
  const documents = policies ? listDocuments(policies) : [];
  return documents.length > 0 ? <FullDocuments title={titleOf(candidate)} documents={documents} /> : null;
}

function Section({
  section,
  candidates,
  state,
}: {
  section: PolicySection;
  candidates: readonly TriedCandidate[];
  state: PolicyState;
}) {
  return (
    <section className="mt-4" data-columns={sectionColumns(section)}>
      <h3 className="border-b border-edge pb-1 text-title font-strong">{section.title}</h3>
      {section.managed.some((names) => names.length > 0) && (
        <Row>
          {section.managed.map((names, index) => (
            <ul key={candidates[index]?.name} data-column={index} className="py-2 font-mono text-small break-arn">
              {names.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          ))}
        </Row>
      )}
      {groupByService(section.rows).map(({ service, rows }) => (
        <div key={service} data-columns={filledColumns(rows)} className="mt-3 border-t border-line pt-1">
          <h4 className="font-mono text-small text-soft">{service}</h4>
          {rows.map((row) => (
            <div
              key={row.key}
              data-columns={filledColumns([row])}
              className="border-dotted border-line not-first-of-type:border-t"
            >
              <Row>
                {row.cells.map((cell, index) => {
                  const candidate = candidates[index];
                  const lists = candidate && actionCountIn(candidate, state)?.lists;
                  return (
                    <div key={candidate?.name} data-column={index} className="py-2">
                      {cell && <PolicyStatement shown={cell} lists={lists ?? null} />}
                    </div>
                  );
                })}
              </Row>
            </div>
          ))}
        </div>
      ))}
    </section>
  );
}

function sectionColumns({ rows, managed }: PolicySection): string {
  const named = managed.flatMap((names, index) => (names.length > 0 ? [String(index)] : []));
  return [filledColumns(rows), ...named].join(" ");
}

type KeyedRow = AlignedRow<ShownStatement> & { readonly key: number };

function groupByService(
  rows: PolicySection["rows"],
): readonly { readonly service: string; readonly rows: readonly KeyedRow[] }[] {
  const keyed = rows.map((row, key) => ({ ...row, key }));
  const services = [...new Set(rows.map(({ service }) => service))];
  return services.map((service) => ({ service, rows: keyed.filter((row) => row.service === service) }));
}

/** Which columns have something here, for the phone, which hides what the shown column does not have. */
function filledColumns(rows: readonly AlignedRow<ShownStatement>[]): string {
  const filled = rows.flatMap(({ cells }) => cells.flatMap((cell, index) => (cell ? [index] : [])));
  return [...new Set(filled)].join(" ");
}
