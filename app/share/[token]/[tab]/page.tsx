import { notFound } from "next/navigation";
import { RunTabContent, type RunTabSearch } from "@/components/run/run-tab-content";
import { readRunTab } from "@/components/run/run-tabs";
import { loadSharedRunFor } from "../load-shared-run";

export default async function SharedRunTabPage({
  params,
  searchParams,
}: {
  params: Promise<{ token: string; tab: string }>;
  searchParams: Promise<RunTabSearch>;
}) {
  const { token, tab } = await params;
  const search = await searchParams;
  const shared = await loadSharedRunFor(token, search);
  const known = readRunTab(tab);
  if (!shared || !known) notFound();
  return <RunTabContent run={shared.run} tab={known} base={`/share/${token}`} search={search} />;
}
