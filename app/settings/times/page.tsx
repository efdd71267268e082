import type { Metadata } from "next";
import { connection } from "next/server";
import { TeamTimes } from "@/components/times/team-times";
import { services } from "@/lib/server/services";
import { currentTeam } from "@/lib/server/teams";
import { listTimeConstants } from "@/lib/server/time-model/list-time-constants";
import { findTeamTimes } from "@/lib/server/time-model/team-times";

export const metadata: Metadata = { title: "Times" };

export default async function TimesPage() {
  // Figures are read when somebody asks, never while the program is built.
  await connection();
  const own = await findTeamTimes(services().database, currentTeam());
  return (
    <>
      <h1 className="text-title font-strong">How the minutes come about</h1>
      <div className="mt-2 mb-4 flex max-w-[75ch] flex-col gap-2 text-soft">
        <p>
          Failed attempts are what the simulated trial counts. Minutes are a model: the constants below, as often as the
          trial needs them. Each says whether a page gives the figure, whether it is derived from such figures, or
          whether it is assumed because nothing published says it.
        </p>
        <p>
          Write your team&apos;s own minutes where they differ. New runs count with them and say so. A stored run keeps
          the figures that it was made with; on its page you can count it again with others.
        </p>
      </div>
      <TeamTimes groups={listTimeConstants()} own={own} />
    </>
  );
}
