import { notFound } from "next/navigation";
import { RunOverview } from "@/components/run/run-overview";
import { loadSharedRun } from "./load-shared-run";

export default async function SharedRunPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const shared = await loadSharedRun(token);
  if (!shared) notFound();
  return <RunOverview run={shared.run} base={`/share/${token}`} />;
}
