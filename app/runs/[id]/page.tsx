import { notFound } from "next/navigation";
import { RunOverview } from "@/components/run/run-overview";
import { loadRun } from "./load-run";

export default async function RunPage({ params }: { params: Promise<{ id: string }> }) {
  const run = await loadRun((await params).id);
  if (!run) notFound();
  return <RunOverview run={run} base={`/runs/${run.id}`} />;
}
