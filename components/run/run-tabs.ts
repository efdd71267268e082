import { countOf } from "@/components/ui/format-figure";
import type { LinkTab } from "@/components/ui/link-tabs";
import type { ComparisonReport } from "@/lib/domain/comparison-report";

export const runTabs = ["policies", "trial", "resilience", "history", "exposure", "requests", "template"] as const;
export type RunTab = (typeof runTabs)[number];

export function readRunTab(text: string): RunTab | null {
  return runTabs.find((tab) => tab === text) ?? null;
}

export const runTabTitles: Record<RunTab, string> = {
  policies: "Policies",
  trial: "Trial",
  resilience: "Resilience",
  history: "History",
  exposure: "Exposure",
  requests: "Requests",
  template: "Template",
};

/** What a run derives of its deployment; empty until it has. */
type Derived = Pick<ComparisonReport, "resources" | "requests">;

/** The overview and its tabs under one base address, `/runs/<id>` or `/share/<token>`. */
export function listTabs(base: string, { requests }: Derived): readonly LinkTab[] {
  const counts: Partial<Record<RunTab, number>> = requests.length > 0 ? { requests: requests.length } : {};
  return [
    { href: base, title: "Overview" },
    ...runTabs.map((tab) => ({ href: `${base}/${tab}`, title: runTabTitles[tab], count: counts[tab] })),
  ];
}

/** How large the deployment is; `null` while that is not known. */
export function describeSize({ resources, requests }: Derived): string | null {
  if (resources.length === 0) return null;
  // What an update of the stack takes out of it (a layer's earlier version) is no resource of the template.
  const ids = new Set(resources.filter(({ change }) => change !== "delete").map(({ logicalId }) => logicalId));
  return `${countOf(ids.size, "resource")}, ${countOf(requests.length, "request")}`;
}
