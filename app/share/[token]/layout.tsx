import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { RunView } from "@/components/run/run-view";
import { StageList } from "@/components/run/stage-list";
import { TimeStamp } from "@/components/ui/time-stamp";
import { loadSharedRun } from "./load-shared-run";

interface ShareParams {
  readonly params: Promise<{ token: string }>;
}

export async function generateMetadata({ params }: ShareParams): Promise<Metadata> {
  const shared = await loadSharedRun((await params).token);
  return { title: shared?.run.input.stackName ?? "No such link", robots: { index: false } };
}

export default async function ShareLayout({ params, children }: ShareParams & { children: ReactNode }) {
  const { token } = await params;
  const shared = await loadSharedRun(token);
  if (!shared) notFound();
  const { run, sharedAt } = shared;
  return (
    <RunView
      run={run}
      base={`/share/${token}`}
      actions={
        <p className="text-small text-soft">
          Shared to read, <TimeStamp at={sharedAt} />
        </p>
      }
      progress={run.status !== "done" && <StageList stages={run.stages} />}
      llm={null}
    >
      {children}
    </RunView>
  );
}
