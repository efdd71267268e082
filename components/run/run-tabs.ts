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

/** The overview and its tabs under one base address, `/runs/<id>` or `/share/<token>`. */
export function listTabs(base: string, report: ComparisonReport | null): readonly LinkTab[] {
  const counts: Partial<Record<RunTab, number>> = report ? { requests: report.requests.length } : {};
  return [
    { href: base, title: "Overview" },
    ...runTabs.map((tab) => ({ href: `${base}/${tab}`, title: runTabTitles[tab], count: counts[tab] })),
  ];
}

export function describeSize(report: ComparisonReport): string {
  const resources = new Set(report.resources.map(({ logicalId }) => logicalId)).size;
  return `${countOf(resources, "resource")}, ${countOf(report.requests.length, "request")}`;
}
