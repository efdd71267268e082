import type { Metadata } from "next";
import { RunHistory } from "@/components/history/run-history";
import { runListQuerySchema } from "@/lib/schemas/run-summary";
import { listRuns } from "@/lib/server/runs/list-runs";
import { services } from "@/lib/server/services";
import { currentTeam } from "@/lib/server/teams";

export const metadata: Metadata = { title: "Runs" };

export default async function RunsPage({ searchParams }: { searchParams: Promise<{ query?: string }> }) {
  const asked = runListQuerySchema.safeParse({ query: (await searchParams).query });
  const query = asked.data ?? runListQuerySchema.parse({});
  const page = await listRuns(services().database, currentTeam(), query);
  return (
    <>
      <h1 className="mb-5 text-title font-strong">Runs</h1>
      <RunHistory first={{ query: query.query, page }} />
    </>
  );
}
