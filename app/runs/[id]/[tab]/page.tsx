import { notFound } from "next/navigation";
import type { RunTabSearch } from "@/components/run/run-tab-content";
import { RunTabContent } from "@/components/run/run-tab-content";
import { readRunTab } from "@/components/run/run-tabs";
import { loadRunFor } from "../load-run";

export default async function RunTabPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string; tab: string }>;
  searchParams: Promise<RunTabSearch>;
}) {
  const { id, tab } = await params;
  const search = await searchParams;
  const run = await loadRunFor(id, search);
  const known = readRunTab(tab);
  if (!run || !known) notFound();
  return <RunTabContent run={run} tab={known} base={`/runs/${run.id}`} search={search} isTeam />;
}
