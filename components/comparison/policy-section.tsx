import type { ReactNode } from "react";
import type { TriedCandidate } from "@/lib/domain/comparison-report";
import type { AlignedRow } from "./align-statements";
import { actionCountIn, type PolicySection, type PolicyState, type ShownStatement } from "./policy-sections";
import { PolicyStatement } from "./policy-statement";

/** One kind of policy across the columns: a statement a row, grouped by service. */
export function PolicySectionView({
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
        <ColumnRow>
          {section.managed.map((names, index) => (
            <ul key={candidates[index]?.name} data-column={index} className="py-2 font-mono text-small break-arn">
              {names.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          ))}
        </ColumnRow>
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
              <ColumnRow>
                {row.cells.map((cell, index) => {
                  const candidate = candidates[index];
                  const lists = candidate && actionCountIn(candidate, state)?.lists;
                  return (
                    <div key={candidate?.name} data-column={index} className="py-2">
                      {cell && <PolicyStatement shown={cell} lists={lists ?? null} />}
                    </div>
                  );
                })}
              </ColumnRow>
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

export function ColumnRow({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-1 gap-x-8 md:grid-cols-[repeat(var(--columns),minmax(0,1fr))]">{children}</div>;
}
