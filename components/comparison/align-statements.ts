import type { Statement } from "@/lib/domain/policy/policy-document";

/** A row of the side-by-side view: at most one statement of each column, all about the same service. */
export interface AlignedRow<Shown> {
  readonly service: string;
  readonly cells: readonly (Shown | null)[];
}

/**
 * Puts like beside like: statements are grouped by the service that they are mostly about, and within a service those
 * that share most actions stand in one row. Every statement stands in exactly one cell of its own column.
 */
export function alignStatements<Shown extends { readonly statement: Statement }>(
  columns: readonly (readonly Shown[])[],
): readonly AlignedRow<Shown>[] {
  const services = [...new Set(columns.flat().map(({ statement }) => mainService(statement)))].sort(compareServices);
  return services.flatMap((service) =>
    alignService(columns.map((column) => column.filter(({ statement }) => mainService(statement) === service))).map(
      (cells) => ({ service, cells }),
    ),
  );
}

export const allServices = "all services";
export const severalServices = "several services";

/** The prefix that most actions of a statement have; a statement spread over many services is about none of them. */
export function mainService(statement: Statement): string {
  if (statement.NotAction !== undefined) return allServices;
  const counts = new Map<string, number>();
  for (const action of listOf(statement.Action)) {
    const prefix = action.includes(":") ? action.slice(0, action.indexOf(":")).toLowerCase() : allServices;
    counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const [prefix, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [allServices, 0];
  return count * 2 >= total ? prefix : severalServices;
}

function alignService<Shown extends { readonly statement: Statement }>(
  columns: readonly (readonly Shown[])[],
): (Shown | null)[][] {
  const rows: (Shown | null)[][] = [];
  columns.forEach((column, columnIndex) => {
    const waiting = new Set(column);
    const pairs = rows
      .flatMap((row) => column.map((shown) => ({ row, shown, alike: likeness(row, shown) })))
      .sort((a, b) => b.alike - a.alike);
    for (const { row, shown } of pairs) {
      if (!waiting.has(shown) || row[columnIndex]) continue;
      row[columnIndex] = shown;
      waiting.delete(shown);
    }
    for (const shown of column) {
      if (waiting.has(shown)) rows.push(columns.map((_, index) => (index === columnIndex ? shown : null)));
    }
  });
  return rows;
}

/** The share of common actions with the most similar statement of the row, 0 to 1. */
function likeness<Shown extends { readonly statement: Statement }>(
  row: readonly (Shown | null)[],
  shown: Shown,
): number {
  const own = actionsOf(shown.statement);
  const others = row.filter((cell) => cell !== null).map(({ statement }) => actionsOf(statement));
  return Math.max(0, ...others.map((other) => shareInCommon(own, other)));
}

function shareInCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((item) => b.has(item)).length;
  return common / Math.max(1, a.size + b.size - common);
}

function actionsOf({ Action, NotAction }: Statement): Set<string> {
  return new Set([...listOf(Action), ...listOf(NotAction)].map((action) => action.toLowerCase()));
}

export function listOf(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === "string" ? [value] : value;
}

const leading = [allServices, severalServices, "cloudformation", "s3", "iam"];

/** What every deployment needs comes first, the rest by name. */
function compareServices(a: string, b: string): number {
  const rank = (service: string) => (leading.includes(service) ? leading.indexOf(service) : leading.length);
  return rank(a) - rank(b) || a.localeCompare(b);
}
